import { Checkbox, Group, Stack, Text } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../api';
import { useMay } from '../shared';
import { t } from '../texts';
import { planKey } from './plan';

type Choice = components['schemas']['GateChoice'];
const words = t.plans.gates;
const choices = Object.keys(words.choices) as Choice[];

/** Goals, audit, tools: what the plan insists on, and what only warns. */
export function GateRules({ plan }: { plan: string }) {
  const mayRun = useMay('runPlan');
  const params = { path: { plan } };
  const read = useRead(['gates', plan, 'rules'], () => answer(client.GET('/api/v1/plans/{plan}/gate-rules', { params })));
  const put = (blocking: Choice[]) => answer(client.PUT('/api/v1/plans/{plan}/gate-rules', { params, body: { blocking } }));
  const now = read.data?.blocking ?? [];
  const save = useCommand((next: Choice[]) => put(next).then(() => now), { invalidate: [['gates', plan], planKey(plan)], inTurn: plan, done: words.rulesSaved, undo: (_, before) => put(before) });
  if (!read.data) return null;
  return (
    <Stack gap={4}>
      <Text size="sm" c="dimmed">
        {words.insist}
      </Text>
      <Group gap="md" role="group" aria-label={words.insist}>
        {choices.map((choice) => (
          <Checkbox key={choice} label={words.choices[choice]} checked={now.includes(choice)} disabled={!mayRun || save.isPending} onChange={(event) => save.mutate(event.currentTarget.checked ? [...now, choice] : now.filter((each) => each !== choice))} />
        ))}
      </Group>
    </Stack>
  );
}
