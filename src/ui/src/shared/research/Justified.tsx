import { Anchor, Stack, Text } from '@mantine/core';
import { answer, client, useRead } from '../../api';
import { t } from '../../texts';

const words = t.research.findings;

/** The findings that led to a goal, a channel or another node, each with what it rests on. */
export function Justified({ plan, node }: { plan: string; node: string }) {
  const read = useRead(['research', plan, 'justified', node], () => answer(client.GET('/api/v1/plans/{plan}/findings', { params: { path: { plan }, query: { node } } })));
  if (!read.data) return null;
  return (
    <Stack gap={4} component="section" aria-label={words.justified}>
      <Text fw={600}>{words.justified}</Text>
      {read.data.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.unjustified}
        </Text>
      )}
      {read.data.map((finding) => (
        <Text key={finding.id} size="sm">
          <Anchor href={`/research/findings?finding=${finding.id}`}>{finding.sheet.text}</Anchor> ({finding.sheet.source?.name ?? words.opinion})
        </Text>
      ))}
    </Stack>
  );
}
