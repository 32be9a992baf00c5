import { ActionIcon, Alert, Button, Checkbox, Group, Menu, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBulb, IconCircleCheck, IconDots, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Day, Empty, type Filter, formatPercent, handleOn, ListWithDetail, Loaded, MemberAvatar, NetworkMark, networkName, NoData, Page, StatusMark, useMay, usePeople, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { AccountPanel } from './AccountPanel';
import { AddAccount } from './AddAccount';
import { AskForAccount, CopyBranch, Requests } from './Requests';
import { RulesForm } from './RulesForm';
import { auditTabs } from './tabs';
import { type Account, useAccounts } from './useAccounts';

const words = t.audits;
const filters: Filter<Account>[] = [
  {
    key: 'gap',
    label: words.needs,
    options: Object.entries(words.gaps).map(([value, label]) => ({ value, label })),
    test: (account, value) => account.gaps.includes(value as Account['gaps'][number]),
  },
  {
    key: 'status',
    label: words.status,
    options: Object.entries(words.statuses).map(([value, label]) => ({ value, label })),
    test: (account, value) => account.status === value,
  },
];

function Needs({ account }: { account: Account }) {
  const [first, ...others] = account.gaps;
  if (!first) return <StatusMark tone="good" icon={IconCircleCheck}>{words.nothingMissing}</StatusMark>;
  return <StatusMark tone="warn" icon={IconAlertTriangle}>{others.length > 0 ? `${words.gaps[first]} +${others.length}` : words.gaps[first]}</StatusMark>;
}

/** Which account it is: its handle, and the network below. */
function Name({ account }: { account: Account }) {
  return (
    <>
      {[handleOn(account.network, account.handle), account.branch].filter(Boolean).join(' · ')}
      <Text span display="block" size="xs" c="dimmed" fw={400}>
        <NetworkMark network={account.network} size={14} />
      </Text>
    </>
  );
}

export default function AuditPage() {
  const mayChange = useMay('editPlan');
  const mayAsk = useMay('takePart');
  const [url, setUrl] = useUrl();
  const { nameOf } = usePeople();
  const accounts = useAccounts(url.archive === 'yes');
  const add = () => setUrl({ add: 'account' }, true);
  useVerb(mayChange ? { id: 'audits.add', label: words.add, run: add, keywords: ['profile', 'inventory'] } : null);
  const opened = accounts.data?.accounts.find((account) => account.id === url.account);
  const columns: Column<Account>[] = [
    { key: 'handle', title: words.account, cell: (a) => <Name account={a} />, sort: (a) => a.handle, primary: true },
    { key: 'owner', title: words.owner, cell: (a) => <MemberAvatar name={nameOf(a.owner)} withName />, sort: (a) => nameOf(a.owner) },
    { key: 'purpose', title: words.purposeLabel, cell: (a) => a.purpose ?? <Text span c="dimmed">{words.noPurpose}</Text>, sort: (a) => a.purpose, long: true, hideBelow: 960 },
    { key: 'keys', title: words.keys, cell: (a) => a.custody.heldBy ?? (a.custody.kind === 'notKnown' ? <NoData reason={words.custody.notKnown} /> : words.custody[a.custody.kind]), sort: (a) => a.custody.kind, hideBelow: 960 },
    { key: 'lastPost', title: words.lastPost, cell: (a) => a.lastPost && <Day date={a.lastPost} />, sort: (a) => a.lastPost, hideBelow: 720 },
    {
      key: 'profile',
      title: words.profile,
      align: 'right',
      cell: (a) => (a.profile.share === null || a.profile.share === undefined ? <NoData reason={words.profileUnseen} /> : <span className="figures">{formatPercent(a.profile.share, 0)}</span>),
      sort: (a) => a.profile.share,
      hideBelow: 960,
    },
    { key: 'needs', title: words.needs, cell: (a) => <Needs account={a} />, sort: (a) => a.gaps.length },
  ];
  const suggested = accounts.data?.suggestions ?? 0;
  const unsaid = accounts.data?.accounts.filter((account) => account.status === 'active' && !account.purpose).length ?? 0;
  const stale = accounts.data?.gaps.find((gap) => gap.gap === 'stale')?.count ?? 0;
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={auditTabs}
      action={
        <Group gap="xs" wrap="nowrap">
          {mayChange ? (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {words.add}
            </Button>
          ) : (
            mayAsk && <Button onClick={() => setUrl({ add: 'wish' }, true)}>{words.requests.ask}</Button>
          )}
          {mayChange && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={t.audits.more}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setUrl({ add: 'wish' }, true)}>{words.requests.ask}</Menu.Item>
                <Menu.Item onClick={() => setUrl({ add: 'branch' }, true)}>{words.requests.branch}</Menu.Item>
                <Menu.Item onClick={() => setUrl({ add: 'rules' }, true)}>{words.rules.title}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      }
      attention={
        <Stack gap="sm">
          {suggested > 0 && (
            <Alert color="yellow" variant="light" icon={<IconBulb aria-hidden />} title={words.suggestions(suggested)}>
              {words.suggestionsHint}
            </Alert>
          )}
          {unsaid > 0 && suggested === 0 && url.gap !== 'noPurpose' && (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              <Text fw={600} mb={6}>{words.unsaidAll(unsaid)}</Text>
              <Button variant="default" size="compact-sm" onClick={() => setUrl({ gap: 'noPurpose' }, true)}>
                {words.showUnsaid}
              </Button>
            </Alert>
          )}
          {stale > 0 && url.gap !== 'stale' && (
            <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
              <Text fw={600} mb={6}>{words.staleAll(stale)}</Text>
              <Button variant="default" size="compact-sm" onClick={() => setUrl({ gap: 'stale' }, true)}>
                {words.showStale}
              </Button>
            </Alert>
          )}
          <Requests />
        </Stack>
      }
    >
      <ListWithDetail detail={opened && <AccountPanel key={opened.id} account={opened} accounts={accounts.data?.accounts ?? []} onClose={() => setUrl({ account: undefined })} />}>
        <Loaded read={accounts}>
          {(view) => (
            <DataTable
              label={words.title}
              rows={view.accounts}
              columns={columns}
              filters={filters}
              rowKey={(a) => a.id}
              rowName={(a) => `${a.handle}, ${networkName(a.network)}`}
              searchText={(a) => `${a.handle} ${networkName(a.network)} ${a.purpose ?? ''} ${nameOf(a.owner) ?? ''}`}
              openKey={url.account}
              onOpen={(a) => setUrl({ account: a.id }, true)}
              empty={<Empty title={words.emptyTitle} text={words.empty} action={mayChange ? { label: words.emptyAction, onClick: add } : undefined} />}
            />
          )}
        </Loaded>
        <Checkbox mt="md" label={words.showArchive} checked={url.archive === 'yes'} onChange={(event) => setUrl({ archive: event.currentTarget.checked ? 'yes' : undefined, account: undefined })} />
      </ListWithDetail>
      <AskForAccount opened={mayAsk && url.add === 'wish'} onClose={() => setUrl({ add: undefined })} />
      <CopyBranch opened={mayChange && url.add === 'branch'} onClose={() => setUrl({ add: undefined })} />
      <RulesForm opened={mayChange && url.add === 'rules'} onClose={() => setUrl({ add: undefined })} />
      <AddAccount opened={mayChange && url.add === 'account'} onClose={() => setUrl({ add: undefined })} onAdded={(account) => setUrl({ account, add: undefined })} />
    </Page>
  );
}
