import { Box } from '@mantine/core';
import { useRef } from 'react';
import { answer, client, useCommand } from '../api';
import { LineForm, ProblemAlert, useVerb } from '../shared';
import { t } from '../texts';
import { goalKeys } from './goal';

const words = t.goals.add;

/** One plain line is enough; the rest is asked later and never demanded. */
export function AddGoalLine({ plan, onAdded }: { plan: string; onAdded: (goal: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useVerb({ id: 'goals.write', label: t.goals.emptyAction, run: () => field.current?.focus() });
  const add = useCommand((line: string) => answer(client.POST('/api/v1/goals', { body: { plan, title: line } })), {
    invalidate: goalKeys.map((key) => [...key]),
    done: words.done,
    quiet: true,
    onDone: (goal) => onAdded(goal.id),
  });
  return (
    <Box mb="md">
      <LineForm primary field={field} label={words.label} placeholder={words.placeholder} verb={words.button} maxLength={300} onSend={add.mutateAsync} />
      <ProblemAlert problem={add.problem} />
    </Box>
  );
}
