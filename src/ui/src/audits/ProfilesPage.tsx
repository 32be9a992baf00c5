import { Alert, Button, Group, List, Stack, Table, TagsInput, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconRefresh } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, Empty, formatPercent, handleOn, ListWithDetail, Loaded, Moment, NetworkMark, networkName, NoData, Page, StatusMark, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { CompareTable } from './CompareTable';
import { ProfilePanel } from './ProfilePanel';
import { auditTabs } from './tabs';
import { accountKeys } from './useAccounts';
import { type Profile, type Report, useProfiles } from './useProfiles';

const words = t.audits.profiles;

/** What stands in the profiles: how complete, how alike, who points to whom, and the words people search for. */
export default function ProfilesPage() {
  const read = useProfiles();
  return (
    <Page title={t.audits.title} purpose={words.purpose} help={words.help} tabs={auditTabs}>
      <Loaded read={read}>{(report) => (report.profiles.length === 0 ? <Empty title={t.audits.emptyTitle} text={t.audits.empty} action={{ label: t.audits.emptyAction, to: '/audit' }} /> : <Profiles report={report} />)}</Loaded>
    </Page>
  );
}

function Profiles({ report }: { report: Report }) {
  const [url, setUrl] = useUrl();
  const { zone } = useBrand();
  const open = report.profiles.find((profile) => profile.account === url.profile);
  const columns: Column<Profile>[] = [
    { key: 'handle', title: t.audits.account, primary: true, cell: (p) => <span style={{ display: 'inline-block', minWidth: 140 }}>{handleOn(p.network, p.handle)}</span>, sort: (p) => p.handle },
    { key: 'network', title: t.audits.network, cell: (p) => <NetworkMark network={p.network} />, sort: (p) => p.network },
    {
      key: 'share',
      title: words.complete,
      align: 'right',
      cell: (p) => (p.completeness.share === null || p.completeness.share === undefined ? <NoData reason={t.audits.profileUnseen} /> : <span className="figures">{formatPercent(p.completeness.share, 0)}</span>),
      sort: (p) => p.completeness.share,
    },
    { key: 'missing', title: words.missing, cell: (p) => <Missing profile={p} />, long: true, hideBelow: 720 },
    { key: 'read', title: words.readAt, cell: (p) => (p.readAt ? <Moment at={p.readAt} zone={zone} /> : p.source === 'typed' ? words.typed : <NoData reason={t.audits.profileUnseen} />), hideBelow: 960 },
  ];
  return (
    <ListWithDetail detail={open && <ProfilePanel key={open.account} profile={open} all={report.profiles} onClose={() => setUrl({ profile: undefined })} />}>
      <Stack gap="xl">
        <Summary report={report} />
        <DataTable label={words.title} rows={report.profiles} columns={columns} rowKey={(p) => p.account} rowName={(p) => `${p.handle}, ${networkName(p.network)}`} openKey={url.profile} onOpen={(p) => setUrl({ profile: p.account }, true)} />
        <CompareTable aspects={report.aspects} />
        <Promotions report={report} />
        <Keywords report={report} />
      </Stack>
    </ListWithDetail>
  );
}

function Summary({ report }: { report: Report }) {
  const odd = report.aspects.filter((aspect) => aspect.agrees === false).length;
  return (
    <Group gap="lg">
      {report.share !== null && report.share !== undefined && <Text>{words.share(formatPercent(report.share, 0))}</Text>}
      {report.unseen > 0 && <StatusMark tone="calm" icon={IconCircleDashed}>{words.unseen(report.unseen)}</StatusMark>}
      {odd > 0 ? <StatusMark tone="warn" icon={IconAlertTriangle}>{words.differ(odd)}</StatusMark> : <StatusMark tone="good" icon={IconCircleCheck}>{words.agree}</StatusMark>}
      <ReadAll report={report} />
    </Group>
  );
}

/** Reads every profile whose network shows it to everybody. */
function ReadAll({ report }: { report: Report }) {
  const mayChange = useMay('editPlan');
  const readable = report.profiles.filter((profile) => profile.mayRead);
  const read = useCommand(
    async () => {
      for (const profile of readable) await answer(client.POST('/api/v1/accounts/{account}/profile/read', { params: { path: { account: profile.account } } }));
    },
    { invalidate: accountKeys, done: words.readDone },
  );
  if (!mayChange || readable.length === 0) return null;
  return (
    <Button variant="default" size="compact-sm" leftSection={<IconRefresh size={14} aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
      {words.readAll(readable.length)}
    </Button>
  );
}

function Missing({ profile }: { profile: Profile }) {
  const notes = profile.pictures.length;
  const missing = profile.completeness.missing.map((part) => words.parts[part]).join(', ');
  if (!missing && notes === 0) return <StatusMark tone="good" icon={IconCircleCheck}>{t.audits.nothingMissing}</StatusMark>;
  return (
    <Text size="sm">
      {missing}
      {notes > 0 && ` ${words.pictures(notes)}`}
    </Text>
  );
}

function Promotions({ report }: { report: Report }) {
  const nameOf = (id: string) => report.profiles.find((profile) => profile.account === id);
  const said = (id: string) => `${nameOf(id)?.handle} (${networkName(nameOf(id)?.network ?? '')})`;
  const lonely = report.promotions.filter((row) => row.unreached);
  if (report.profiles.length < 2) return null;
  return (
    <section aria-label={words.promotion}>
      <Title order={2} size="md" mb="sm">
        {words.promotion}
      </Title>
      {lonely.length > 0 && (
        <Alert color="yellow" variant="light" mb="sm" icon={<IconAlertTriangle aria-hidden />}>
          {words.lonely(lonely.map((row) => said(row.account)).join(', '))}
        </Alert>
      )}
      <Table.ScrollContainer minWidth={320}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.from}</Table.Th>
              <Table.Th>{words.to}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.promotions.map((row) => (
              <Table.Tr key={row.account}>
                <Table.Td>
                  {handleOn(nameOf(row.account)?.network ?? '', nameOf(row.account)?.handle ?? '')} <NetworkMark network={nameOf(row.account)?.network ?? ''} />
                </Table.Td>
                <Table.Td>{row.to.length === 0 ? <NoData reason={words.pointsNowhere} /> : row.to.map(said).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

function Keywords({ report }: { report: Report }) {
  const brand = useBrand();
  const mayChange = useMay('editPlan');
  const set = useCommand((keywords: string[]) => answer(client.PUT('/api/v1/audit-rules', { body: { brand: brand.id, keywords } })), {
    invalidate: [['profiles']],
    done: words.keywordsSaved,
    undo: () => answer(client.PUT('/api/v1/audit-rules', { body: { brand: brand.id, keywords: report.keywords as string[] } })),
  });
  const lacking = report.profiles.filter((profile) => profile.missingKeywords.length > 0);
  return (
    <section aria-label={words.keywords}>
      <Title order={2} size="md" mb="sm">
        {words.keywords}
      </Title>
      <TagsInput aria-label={words.keywords} description={words.keywordsHint} value={report.keywords as string[]} onChange={(keywords) => set.mutate(keywords)} disabled={!mayChange} />
      {report.keywords.length > 0 && (
        <List size="sm" mt="sm">
          {lacking.map((profile) => (
            <List.Item key={profile.account}>{words.lacks(`${profile.handle} (${networkName(profile.network)})`, profile.missingKeywords.join(', '))}</List.Item>
          ))}
        </List>
      )}
    </section>
  );
}
