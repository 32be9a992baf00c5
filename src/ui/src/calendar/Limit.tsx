import { Button, Group, Select, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';
import { stale } from './data';
import { nowIn, sayLocal } from './days';
import type { PostView } from './draft';

const words = t.postTemplates.limit;

/** Until when what a post says holds, and what happens to it then. */
export function Limit({ post, onDone }: { post: PostView; onDone: (post: PostView) => void }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const today = nowIn(brand.zone).slice(0, 10);
  const [day, setDay] = useState(post.until?.slice(0, 10) ?? '');
  const [time, setTime] = useState(post.until?.slice(11, 16) ?? '');
  const [then, setThen] = useState(post.atExpiry);
  const limit = useCommand((until: string | null) => answer(client.POST('/api/v1/posts/{post}/limit', { params: { path: { post: post.id } }, body: { until, then } })), {
    quiet: true,
    invalidate: stale,
    done: (until) => (until ? words.set(sayLocal(until)) : words.cleared),
    onDone: (next) => {
      if (!next.until) {
        setDay('');
        setTime('');
      }
      onDone(next);
    },
  });
  if (post.endedAt && post.until) return <Text c="dimmed">{words.ended(sayLocal(post.until))}</Text>;
  const until = day === '' ? null : `${day}T${time === '' ? '23:59' : time}:00`;
  const differs = until !== null && (until.slice(0, 16) !== post.until?.slice(0, 16) || then !== post.atExpiry);
  return (
    <fieldset style={{ border: 0, margin: 0, padding: 0 }} disabled={!mayWrite}>
      <legend>
        <Text fw={600}>{words.title}</Text>
      </legend>
      <Group align="flex-end" gap="sm">
        <DateField label={words.until} min={today} value={day} onChange={setDay} w={150} />
        <TimeField label={words.time} value={time} disabled={day === ''} onChange={setTime} />
        <Select
          label={words.then}
          w={280}
          maw="100%"
          disabled={day === ''}
          value={then}
          data={(['mark', 'takeBack'] as const).map((value) => ({ value, label: t.postTemplates.editor.thens[value] }))}
          onChange={(value) => value && setThen(value as typeof then)}
        />
        {differs && (
          <Button variant="default" loading={limit.isPending} onClick={() => limit.mutate(until)}>
            {words.save}
          </Button>
        )}
        {post.until && (
          <Button variant="subtle" size="compact-sm" mb={6} onClick={() => limit.mutate(null)}>
            {words.forGood}
          </Button>
        )}
      </Group>
      <ProblemAlert problem={limit.problem} />
    </fieldset>
  );
}
