import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { Moment, NetworkMark, PostStatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

type Entry = Today['goingOut'][number];

function PostLine({ entry, action }: { entry: Entry; action?: React.ReactNode }) {
  const brand = useBrand();
  return (
    <Group wrap="nowrap" justify="space-between" align="flex-start" gap="sm">
      <div style={{ minWidth: 0 }}>
        <Anchor component={Link} to="/calendar/$post" params={{ post: entry.post } as never} c="inherit">
          {entry.title}
        </Anchor>
        <Group gap="xs">
          {entry.dueAt && (
            <Text size="sm" c="dimmed" component="div">
              <Moment at={entry.dueAt} zone={brand.zone} />
            </Text>
          )}
          {entry.networks.map((network) => (
            <NetworkMark key={network} network={network} size={14} />
          ))}
        </Group>
      </div>
      {action ?? <PostStatusBadge status={entry.status} />}
    </Group>
  );
}

/** What goes out today without anybody's help. */
export function GoingOutCard({ today }: { today: Today }) {
  return (
    <Section title={t.today.goingOut} none={today.goingOut.length === 0 && t.today.goingOutNone}>
      <Stack gap="sm">
        {today.goingOut.map((entry) => (
          <PostLine key={entry.post} entry={entry} />
        ))}
      </Stack>
    </Section>
  );
}

/** Posts that wait for the reader's approval. */
export function WaitingCard({ today }: { today: Today }) {
  const brand = useBrand();
  const approve = useCommand((entry: Entry) => answer(client.POST('/api/v1/posts/{post}/approve', { params: { path: { post: entry.post } }, body: {} })), {
    invalidate: [['today', brand.id], ['calendar'], ['posts']],
    done: (entry) => t.today.approved(entry.title),
  });
  return (
    <Section title={t.today.waiting} none={today.waiting.length === 0 && t.today.waitingNone}>
      <Stack gap="sm">
        {today.waiting.map((entry) => (
          <PostLine
            key={entry.post}
            entry={entry}
            action={
              <Button size="xs" variant="default" loading={approve.isPending} onClick={() => approve.mutate(entry)}>
                {t.today.approve}
              </Button>
            }
          />
        ))}
      </Stack>
    </Section>
  );
}

/** Publications whose outcome only a person can tell. */
export function NeedsYouCard({ today }: { today: Today }) {
  if (today.needsYou.length === 0) {
    return null;
  }
  return (
    <Section title={t.today.needsYou}>
      <Stack gap="sm">
        {today.needsYou.map((publication) => (
          <Group key={publication.id} justify="space-between" align="flex-start">
            <div>
              <Group gap="xs">
                <NetworkMark network={publication.network} size={14} />
                <Text>{publication.title}</Text>
              </Group>
              <Text size="sm" c="dimmed">
                {[publication.problem ?? publication.standing, publication.wayOut].filter(Boolean).join(' ')}
              </Text>
            </div>
            <Button variant="default" size="xs" component={Link} to="/calendar/publishing">
              {t.today.open}
            </Button>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
