import { Anchor, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import { answer, client, Problem, useCommand } from '../api';
import { confirm, Moment, showProblem, useBrand } from '../shared';
import { t } from '../texts';
import { accountName, useOwnAccounts, useOwnQueues } from './feedReads';
import type { Feed } from './FeedsPage';

const words = t.feeds;
const stale = [['feeds'], ['calendar']];

/** A feed: where it is, how reading it goes, what becomes of it, and what can be done with it. */
export function FeedCard({ feed, may, onEdit }: { feed: Feed; may: boolean; onEdit: () => void }) {
  const brand = useBrand();
  const path = { params: { path: { feed: feed.id } } };
  const read = useCommand(() => answer(client.POST('/api/v1/followed-feeds/{feed}/read', path)), {
    invalidate: stale,
    done: (_, taken) => (taken.feed.problem ? '' : words.read(taken.made)),
    onDone: (taken) => {
      if (taken.feed.problem) showProblem(new Problem(200, 'feed-unread', taken.feed.problem));
    },
  });
  const pause = useCommand(() => answer(client.POST('/api/v1/followed-feeds/{feed}/pause', path)), { invalidate: stale, done: words.pausedSaid });
  const resume = useCommand(() => answer(client.POST('/api/v1/followed-feeds/{feed}/resume', path)), { invalidate: stale, done: words.resumedSaid });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/followed-feeds/{feed}', path)), { invalidate: stale, done: words.removed });
  const ask = async () => {
    if (await confirm({ title: words.removeTitle(feed.name), text: words.removeText, verb: words.remove })) remove.mutate();
  };
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={feed.id}>
      <Group justify="space-between" align="flex-start" mb={4}>
        <Group gap="xs">
          <Title order={2} size="h3" id={feed.id}>
            {feed.name}
          </Title>
          <Standing feed={feed} />
        </Group>
        {may && (
          <Group gap={6}>
            {feed.pausedAt ? (
              <Button size="compact-sm" variant="light" leftSection={<IconPlayerPlay size={14} aria-hidden />} loading={resume.isPending} onClick={() => resume.mutate()}>
                {words.resume}
              </Button>
            ) : (
              <>
                <Button size="compact-sm" variant="default" loading={read.isPending} onClick={() => read.mutate()}>
                  {words.reading}
                </Button>
                <Button size="compact-sm" variant="default" leftSection={<IconPlayerPause size={14} aria-hidden />} loading={pause.isPending} onClick={() => pause.mutate()}>
                  {words.pause}
                </Button>
              </>
            )}
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {words.edit}
            </Button>
            <Button size="compact-sm" variant="subtle" color="gray" loading={remove.isPending} onClick={() => void ask()}>
              {words.remove}
            </Button>
          </Group>
        )}
      </Group>
      <Anchor href={feed.address} target="_blank" rel="noreferrer" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {feed.address}
      </Anchor>
      {feed.problem && (
        <Text size="sm" mt={4}>
          {feed.problem}
        </Text>
      )}
      <Text size="sm" c="dimmed" mt={4}>
        <Becomes feed={feed} /> · {words.made(feed.made)}
        {feed.readAt && (
          <>
            {' · '}
            {words.lastRead} <Moment at={feed.readAt} zone={brand.zone} />
          </>
        )}
        {!feed.pausedAt && (
          <>
            {', '}
            {words.nextRead} <Moment at={feed.nextAt} zone={brand.zone} />
          </>
        )}
      </Text>
    </Paper>
  );
}

/** What a new entry becomes, with the names of accounts or queue. */
function Becomes({ feed }: { feed: Feed }) {
  const accounts = useOwnAccounts();
  const queues = useOwnQueues();
  if (feed.use === 'idea') return words.becomes.idea;
  if (feed.use === 'queue') return words.becomes.queue(queues.find((queue) => queue.id === feed.queue)?.name ?? words.lostQueue);
  return words.becomes.draft(accounts.filter((account) => feed.accounts.includes(account.id)).map(accountName));
}

function Standing({ feed }: { feed: Feed }) {
  const [color, Icon, word] = feed.pausedAt ? (['gray', IconPlayerPause, words.paused] as const) : feed.problem ? (['red', IconAlertTriangle, words.failing] as const) : (['teal', IconCircleCheck, words.fine] as const);
  return (
    <Badge variant="light" color={color} leftSection={<Icon size={12} aria-hidden />}>
      {word}
    </Badge>
  );
}
