import { Alert, Button, Group, MultiSelect, Radio, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { accountName, useOwnAccounts, useOwnQueues } from './feedReads';
import type { Feed } from './FeedsPage';

const words = t.feeds;
type Use = Feed['use'];

/** Following a feed: its address, a test that shows what posts would say, and what becomes of new entries. */
export function FeedForm({ feed, onClose }: { feed: Feed | null; onClose: () => void }) {
  const brand = useBrand();
  const mayPublish = useMay('publish');
  const query = { brand: brand.id };
  const accounts = useOwnAccounts();
  const queues = useOwnQueues();
  const form = useForm({
    initialValues: { address: feed?.address ?? '', name: feed?.name ?? '', use: (feed?.use ?? 'idea') as Use, accounts: feed?.accounts ?? [], queue: feed?.queue ?? null, wording: feed?.wording ?? '{title}\n\n{link}', everyMinutes: String(feed?.everyMinutes ?? 60) },
  });
  const { use, everyMinutes } = form.values;
  const test = useCommand(() => answer(client.GET('/api/v1/followed-feeds/try', { params: { query: { ...query, address: form.values.address, wording: form.values.wording } } })), { form, quiet: true });
  const save = useCommand(
    async () => {
      const { address, name, wording, queue } = form.values;
      const body = { use, accounts: use === 'idea' ? [] : form.values.accounts, queue: use === 'queue' ? queue : null, wording, everyMinutes: Number(everyMinutes) };
      return feed
        ? answer(client.PUT('/api/v1/followed-feeds/{feed}', { params: { path: { feed: feed.id } }, body: { ...body, name, ifVersion: feed.version } }))
        : answer(client.POST('/api/v1/followed-feeds', { body: { ...body, ...query, address, name: name || null } }));
    },
    { form, invalidate: [['feeds']], done: feed ? words.saved : words.followed, onDone: onClose },
  );
  const uses: Use[] = mayPublish || feed?.use === 'queue' ? ['idea', 'draft', 'queue'] : ['idea', 'draft'];
  const often = words.everyChoices[everyMinutes] ? Object.entries(words.everyChoices) : [...Object.entries(words.everyChoices), [everyMinutes, words.everyOther(Number(everyMinutes))]];
  return (
    <form noValidate onSubmit={form.onSubmit(() => save.mutate())}>
      <Stack gap="md">
        <Group wrap="nowrap" align="flex-end" gap="xs">
          <TextInput label={words.addressLabel} description={words.addressHint} placeholder={words.example} withAsterisk={!feed} readOnly={feed !== null} type="url" maxLength={2000} flex={1} data-autofocus {...form.getInputProps('address')} />
          <Button variant="default" loading={test.isPending} disabled={form.values.address.trim() === ''} onClick={() => test.mutate()}>
            {words.test}
          </Button>
        </Group>
        {test.problem && <ProblemAlert problem={test.problem} form={form} />}
        {test.data && !test.isPending && <Tested tried={test.data} />}
        <TextInput label={words.name} description={feed ? undefined : words.nameHint} withAsterisk={feed !== null} maxLength={120} {...form.getInputProps('name')} />
        <Radio.Group label={words.use} {...form.getInputProps('use')}>
          <Stack gap="xs" mt="xs">
            {uses.map((each) => (
              <Radio key={each} value={each} label={words.uses[each]} description={words.useHints[each]} />
            ))}
          </Stack>
        </Radio.Group>
        {use === 'queue' &&
          (queues.length === 0 ? (
            <Text size="sm">{words.noQueues}</Text>
          ) : (
            <Select label={words.queue} withAsterisk data={queues.map((queue) => ({ value: queue.id, label: queue.name }))} {...form.getInputProps('queue')} />
          ))}
        {use !== 'idea' && (
          <MultiSelect
            label={words.accounts}
            description={use === 'queue' ? words.accountsQueueHint : undefined}
            withAsterisk={use === 'draft'}
            data={accounts.map((account) => ({ value: account.id, label: accountName(account) }))}
            {...form.getInputProps('accounts')}
          />
        )}
        <Textarea label={words.wording} description={words.wordingHint} autosize minRows={3} maxLength={2000} {...form.getInputProps('wording')} />
        <Select label={words.every} allowDeselect={false} data={often.map(([value, label]) => ({ value: value as string, label: label as string }))} {...form.getInputProps('everyMinutes')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {feed ? words.save : words.follow}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** What the newest entries would become. */
function Tested({ tried }: { tried: { title: string; entries: number; newest: { post: string }[] } }) {
  return (
    <Alert role="status" variant="light" title={tried.entries === 0 ? words.testedNone(tried.title) : words.tested(tried.title, tried.entries)}>
      <Stack gap="md">
        {tried.newest.map((entry, place) => (
          <Text key={place} size="sm" pl="sm" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', borderInlineStart: '2px solid var(--mantine-color-default-border)' }}>
            {entry.post}
          </Text>
        ))}
      </Stack>
    </Alert>
  );
}
