import { Button, Group, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useVerb } from '../shared';
import { t } from '../texts';
import { goalKeys } from './goal';

const words = t.goals.add;

/** One plain line is enough; the rest is asked later and never demanded. */
export function AddGoalLine({ plan, onAdded }: { plan: string; onAdded: (goal: string) => void }) {
  const [title, setTitle] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useVerb({ id: 'goals.write', label: t.goals.emptyAction, run: () => field.current?.focus() });
  const add = useCommand((line: string) => answer(client.POST('/api/v1/goals', { body: { plan, title: line } })), {
    invalidate: goalKeys.map((key) => [...key]),
    done: words.done,
    quiet: true,
    onDone: (goal) => {
      setTitle('');
      onAdded(goal.id);
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim()) add.mutate(title.trim());
      }}
    >
      <Group align="flex-end" mb="md" gap="sm">
        <TextInput
          ref={field}
          label={words.label}
          placeholder={words.placeholder}
          maxLength={300}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          style={{ flex: '1 1 280px' }}
        />
        <Button type="submit" loading={add.isPending} disabled={!title.trim()}>
          {words.button}
        </Button>
      </Group>
      <ProblemAlert problem={add.problem} />
    </form>
  );
}
