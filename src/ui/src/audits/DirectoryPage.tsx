import { Anchor, Button, Group, List, Paper, Stack, Text, Title, Tooltip } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconExternalLink } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Empty, handleOn, Loaded, NetworkMark, networkName, Page, StatusMark, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { LongText, ShortText } from './fields';
import { auditTabs } from './tabs';

const words = t.audits.directory;
type Directory = components['schemas']['DirectoryView'];

/** The public list of official accounts: what it says, whom it names, whom it leaves out and why. */
export default function DirectoryPage() {
  const brand = useBrand();
  const read = useRead(['directory', brand.id], () => answer(client.GET('/api/v1/account-directory', { params: { query: { brand: brand.id } } })));
  const mayPublish = useMay('runPlan');
  const set = useSet();
  const published = read.data?.published ?? false;
  // What stands in a field and was refused would not be what is published.
  const unsaved = set.isError && set.variables.published === undefined;
  return (
    <Page
      title={t.audits.title}
      purpose={words.purpose}
      help={words.help}
      tabs={auditTabs}
      action={
        mayPublish &&
        read.data && (
          <Tooltip label={words.unsaved} disabled={!unsaved}>
            <Button variant={published ? 'default' : 'filled'} loading={set.isPending} data-disabled={unsaved || undefined} aria-disabled={unsaved} onClick={() => !unsaved && set.mutate({ published: !published })}>
              {published ? words.withdraw : words.publish}
            </Button>
          </Tooltip>
        )
      }
    >
      <Loaded read={read}>{(directory) => <Shown directory={directory} set={set} />}</Loaded>
    </Page>
  );
}

function useSet() {
  const brand = useBrand();
  return useCommand((body: { slug?: string; intro?: string; site?: string; published?: boolean }) => answer(client.PUT('/api/v1/account-directory', { body: { brand: brand.id, ...body } })), {
    invalidate: [['directory']],
    done: (body) => (body.published === undefined ? words.saved : body.published ? words.published : words.withdrawn),
  });
}

function Shown({ directory, set }: { directory: Directory; set: ReturnType<typeof useSet> }) {
  const disabled = !useMay('runPlan');
  return (
    <Stack gap="xl" maw={720}>
      <Group justify="space-between">
        {directory.published ? <StatusMark tone="good" icon={IconCircleCheck}>{words.isPublished}</StatusMark> : <StatusMark tone="calm" icon={IconCircleDashed}>{words.notPublished}</StatusMark>}
        <Group gap="sm">
          {directory.published && (
            <Anchor href={directory.path} target="_blank">
              {directory.path} <IconExternalLink size={14} aria-hidden />
            </Anchor>
          )}
        </Group>
      </Group>
      <Stack gap="md">
        <ShortText label={words.slug} description={words.slugHint(directory.path)} value={directory.slug} onSave={(slug) => set.mutate({ slug })} disabled={disabled} />
        <ShortText label={words.site} value={directory.site} onSave={(site) => set.mutate({ site })} disabled={disabled} />
        <LongText label={words.intro} description={words.introHint} value={directory.intro} onSave={(intro) => set.mutate({ intro })} disabled={disabled} />
      </Stack>
      <section aria-label={words.named}>
        <Title order={2} size="md" mb="sm">
          {words.named}
        </Title>
        {directory.entries.length === 0 ? (
          <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.decide, to: '/audit' }} />
        ) : (
          <Stack gap="xs">
            {directory.entries.map((entry) => (
              <Paper key={entry.url} withBorder p="sm">
                <Group gap="sm">
                  <NetworkMark network={entry.network} />
                  <Anchor href={entry.url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
                    {handleOn(entry.network, entry.handle)}
                  </Anchor>
                  {entry.branch && <Text c="dimmed">{entry.branch}</Text>}
                </Group>
                {entry.purpose && (
                  <Text size="sm" c="dimmed">
                    {entry.purpose}
                  </Text>
                )}
              </Paper>
            ))}
          </Stack>
        )}
      </section>
      {directory.leftOut.length > 0 && (
        <section aria-label={words.leftOut}>
          <Title order={2} size="md" mb="sm">
            {words.leftOut}
          </Title>
          <List size="sm">
            {directory.leftOut.map((account) => (
              <List.Item key={account.account}>
                {account.handle} ({networkName(account.network)}): {account.why}
              </List.Item>
            ))}
          </List>
        </section>
      )}
    </Stack>
  );
}
