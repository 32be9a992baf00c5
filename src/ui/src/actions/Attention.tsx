import { Group, Text } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Figure, formatPercent } from '../shared';
import { t } from '../texts';

const words = t.actionItems;

/** Execution, not completeness: what is due and done; and whether tactics came before goals. */
export function Attention({ plan }: { plan: string }) {
  const params = { params: { path: { plan } } };
  const execution = useRead(['work', plan, 'execution'], () => answer(client.GET('/api/v1/plans/{plan}/work/execution', params)));
  const first = useRead(['work', plan, 'tactic-first'], () => answer(client.GET('/api/v1/plans/{plan}/work/tactic-first', params)));
  if (!execution.data) return null;
  const { share, due, sentence } = execution.data;
  return (
    <Group gap="xl" mb="md">
      <Text>
        {words.execution}: <Figure value={share === null ? null : share / 100} format={(value) => formatPercent(value, 0)} reason={words.noneDue} n={due} /> <Text span c="dimmed">{sentence}</Text>
      </Text>
      {first.data && first.data.first > 0 && (
        <Text c={first.data.alarming ? 'var(--bw-bad)' : 'dimmed'}>{words.tacticFirstShare(formatPercent((first.data.share ?? 0) / 100, 0), first.data.first, first.data.tactics)}</Text>
      )}
    </Group>
  );
}
