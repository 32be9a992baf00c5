import { Button, Checkbox, Select, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Loaded, useMay } from '../shared';
import { t } from '../texts';
import { stale } from './data';
import { sayLocal } from './days';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { useQueues } from './queues/data';

const words = t.scheduling.queues;

/** Into which queue posts go. */
export function QueueChoice({ entries, onClose }: { entries: Entry[]; onClose: () => void }) {
  const desk = useDesk();
  const mayPublish = useMay('publish');
  const queues = useQueues();
  const [chosen, setChosen] = useState<string | null>(null);
  const [sendOn, setSendOn] = useState(false);
  const add = useCommand(
    (queue: string) => answer(client.POST('/api/v1/queues/{queue}/posts', { params: { path: { queue } }, body: { posts: entries.map((entry) => entry.post), sendOn } })),
    {
      invalidate: stale,
      done: (_, result) => {
        const first = result.posts[0];
        return first ? (first.at ? words.went(result.posts.length, sayLocal(first.at)) : words.wentPaused(result.posts.length)) : '';
      },
      undo: (queue, result) => Promise.all(result.posts.map(({ post }) => answer(client.DELETE('/api/v1/queues/{queue}/posts/{post}', { params: { path: { queue, post } } })))),
      onDone: (result) => {
        desk.unmark();
        desk.report([...result.refused, ...result.posts.flatMap(({ post, title, why }) => (why ? [{ post, title, code: 'not-scheduled', why }] : []))]);
        onClose();
      },
    },
  );
  return (
    <Loaded read={queues} skeleton={null}>
      {(all) => {
        const queue = all.find((each) => each.id === chosen) ?? all[0];
        if (!queue)
          return (
            <Stack gap="sm" align="flex-start">
              <Text size="sm">{words.noneYet}</Text>
              <Button renderRoot={(props) => <Link to="/calendar/queues" search={{ queue: 'new' } as never} {...props} />}>{words.goMake}</Button>
            </Stack>
          );
        return (
          <Stack gap="md">
            <Select label={words.queue} data-autofocus allowDeselect={false} value={queue.id} onChange={setChosen} data={all.map((each) => ({ value: each.id, label: each.name }))} />
            <Text size="sm" c="dimmed">
              {queue.pausedAt ? words.paused : queue.next[0] ? words.next(sayLocal(queue.next[0])) : null}
            </Text>
            {mayPublish && <Checkbox label={words.sendOn} description={words.sendOnHint} checked={sendOn} onChange={(event) => setSendOn(event.currentTarget.checked)} />}
            <Button style={{ alignSelf: 'flex-start' }} loading={add.isPending} onClick={() => add.mutate(queue.id)}>
              {words.go}
            </Button>
          </Stack>
        );
      }}
    </Loaded>
  );
}
