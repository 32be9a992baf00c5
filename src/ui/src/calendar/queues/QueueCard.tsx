import { ActionIcon, Badge, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type DragEvent, useState } from 'react';
import { answer, client, useCommand } from '../../api';
import { NetworkMark, PostStatusBadge, useMay } from '../../shared';
import { t } from '../../texts';
import { stale } from '../data';
import { sayLocal } from '../days';
import classes from './Queues.module.css';
import type { Queue } from './data';

const words = t.scheduling.queues;

/** A queue: its times, what waits in it in order, and what can be done with it. */
export function QueueCard({ queue, onEdit }: { queue: Queue; onEdit: () => void }) {
  const mayWrite = useMay('writePosts');
  const mayPublish = useMay('publish');
  const path = { params: { path: { queue: queue.id } } };
  const arrange = (order: string[]) => answer(client.POST('/api/v1/queues/{queue}/order', { ...path, body: { order } }));
  const order = useCommand(arrange, { invalidate: stale, done: words.arranged, undo: (_, result) => arrange(result.before), inTurn: queue.id });
  const shuffle = useCommand(() => answer(client.POST('/api/v1/queues/{queue}/shuffle', path)), { invalidate: stale, done: words.shuffled, undo: (_, result) => arrange(result.before) });
  const closeUp = useCommand(() => answer(client.POST('/api/v1/queues/{queue}/close-up', path)), { invalidate: stale, done: words.closedUp });
  const pause = useCommand(() => answer(client.POST('/api/v1/queues/{queue}/pause', path)), { invalidate: stale, done: words.paused });
  const resume = useCommand(() => answer(client.POST('/api/v1/queues/{queue}/resume', path)), { invalidate: stale, done: (_, result) => words.resumed(result.placed) });
  const takeOut = useCommand((post: string) => answer(client.DELETE('/api/v1/queues/{queue}/posts/{post}', { params: { path: { queue: queue.id, post } } })), {
    invalidate: stale,
    done: words.takenOut,
    undo: (post) => answer(client.POST('/api/v1/queues/{queue}/posts', { ...path, body: { posts: [post] } })),
  });
  const ids = queue.posts.map((entry) => entry.post);
  const [over, setOver] = useState<string | null>(null);
  const moveTo = (post: string, place: number) => {
    const others = ids.filter((each) => each !== post);
    const after = [...others.slice(0, place), post, ...others.slice(place)];
    if (after.join() !== ids.join()) order.mutate(after);
  };
  const drop = (event: DragEvent, place: number) => {
    event.preventDefault();
    setOver(null);
    const post = event.dataTransfer.getData('application/x-bellwether-queued');
    if (ids.includes(post)) moveTo(post, place);
  };
  const said = queue.slots.map((slot) => `${words.days[slot.day as keyof typeof words.days].slice(0, 2)} ${slot.time.slice(0, 5)}`);
  return (
    <Paper withBorder p="md" component="section" aria-labelledby={queue.id}>
      <Group justify="space-between" mb={4}>
        <Group gap="xs">
          <Title order={2} size="h3" id={queue.id}>
            {queue.name}
          </Title>
          {queue.pausedAt && (
            <Badge variant="light" color="yellow" leftSection={<IconPlayerPause size={12} aria-hidden />}>
              {words.pause}
            </Badge>
          )}
        </Group>
        <Group gap={6}>
          {mayPublish &&
            (queue.pausedAt ? (
              <Button size="compact-sm" variant="light" leftSection={<IconPlayerPlay size={14} aria-hidden />} loading={resume.isPending} onClick={() => resume.mutate()}>
                {words.resume}
              </Button>
            ) : (
              <Button size="compact-sm" variant="default" leftSection={<IconPlayerPause size={14} aria-hidden />} loading={pause.isPending} onClick={() => pause.mutate()}>
                {words.pause}
              </Button>
            ))}
          {mayWrite && queue.posts.length > 1 && (
            <Button size="compact-sm" variant="default" onClick={() => shuffle.mutate()}>
              {words.shuffle}
            </Button>
          )}
          {mayWrite && !queue.pausedAt && queue.posts.length > 0 && (
            <Button size="compact-sm" variant="default" onClick={() => closeUp.mutate()}>
              {words.closeUp}
            </Button>
          )}
          {mayWrite && (
            <Button size="compact-sm" variant="default" onClick={onEdit}>
              {words.edit}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" c="dimmed" className="figures">
        {said.join(' · ')}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {queue.pausedAt ? words.paused : queue.next[0] ? words.next(sayLocal(queue.next[0])) : null}
      </Text>
      {queue.posts.length === 0 ? (
        <Text size="sm">{words.nothing}</Text>
      ) : (
        <ol className={classes.list}>
          {queue.posts.map((entry, place) => (
            <li
              key={entry.post}
              className={classes.row}
              draggable={mayWrite}
              data-over={over === entry.post || undefined}
              onDragStart={(event) => event.dataTransfer.setData('application/x-bellwether-queued', entry.post)}
              onDragOver={(event) => {
                if (!event.dataTransfer.types.includes('application/x-bellwether-queued')) return;
                event.preventDefault();
                if (over !== entry.post) setOver(entry.post);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, place)}
            >
              <time className={`figures ${classes.when}`}>{entry.at ? sayLocal(entry.at) : words.waits}</time>
              <span className={classes.marks}>
                {entry.networks.map((network) => (
                  <NetworkMark key={network} network={network} size={14} iconOnly />
                ))}
              </span>
              <Link to="/calendar/$post" params={{ post: entry.post }} className={classes.title}>
                {entry.title}
              </Link>
              <PostStatusBadge status={entry.status} />
              {mayWrite && (
                <Group gap={2} wrap="nowrap">
                  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words.earlier(entry.title)} disabled={place === 0} onClick={() => moveTo(entry.post, place - 1)}>
                    <IconArrowUp size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words.later(entry.title)} disabled={place === ids.length - 1} onClick={() => moveTo(entry.post, place + 1)}>
                    <IconArrowDown size={14} aria-hidden />
                  </ActionIcon>
                  <ActionIcon size="sm" variant="subtle" color="gray" aria-label={words.takeOut(entry.title)} onClick={() => takeOut.mutate(entry.post)}>
                    <IconX size={14} aria-hidden />
                  </ActionIcon>
                </Group>
              )}
            </li>
          ))}
        </ol>
      )}
    </Paper>
  );
}
