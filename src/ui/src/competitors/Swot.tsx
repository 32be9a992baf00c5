import { ActionIcon, Group, Paper, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { InlineEdit, LineForm, useBrand, useMay } from '../shared';
import { t } from '../texts';
import type { SwotKind, SwotPoint } from './data';

const words = t.competitors.swot;
const kinds: SwotKind[] = ['strength', 'weakness', 'opportunity', 'threat'];

/** Four fields of short points; ours, or a rival's. */
export function Swot({ competitor, wide = false }: { competitor?: string; wide?: boolean }) {
  const brand = useBrand();
  const read = useRead(['swot', brand.id, competitor], () => answer(client.GET('/api/v1/swot-points', { params: { query: { brand: brand.id, competitor } } })));
  return (
    <section aria-label={competitor ? words.theirs : words.ours}>
      <Text size="sm" fw={600} mb="xs">
        {competitor ? words.theirs : words.ours}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: wide ? 2 : 1 }} spacing="sm">
        {kinds.map((kind) => (
          <Field key={kind} kind={kind} competitor={competitor} points={(read.data ?? []).filter((point) => point.kind === kind)} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function Field({ kind, competitor, points }: { kind: SwotKind; competitor?: string; points: SwotPoint[] }) {
  const brand = useBrand();
  const mayTakePart = useMay('takePart');
  const invalidate = [['swot']];
  const post = (text: string, evidence?: string | null) => answer(client.POST('/api/v1/swot-points', { body: { brand: brand.id, kind, text, evidence, competitor: competitor ?? null } }));
  const add = useCommand((text: string) => post(text), { invalidate });
  const change = useCommand(({ point, text }: { point: SwotPoint; text: string }) => answer(client.PATCH('/api/v1/swot-points/{point}', { params: { path: { point: point.id } }, body: { text } })), { invalidate });
  const remove = useCommand((point: SwotPoint) => answer(client.DELETE('/api/v1/swot-points/{point}', { params: { path: { point: point.id } } })), { invalidate, done: words.removed, undo: (point) => post(point.text, point.evidence) });
  return (
    <Paper withBorder p="sm">
      <Text size="sm" fw={600}>
        {words.kinds[kind]}
      </Text>
      <Stack gap={4} mt={4}>
        {points.map((point) => (
          <Group key={point.id} wrap="nowrap" justify="space-between" gap={4} align="flex-start">
            <InlineEdit label={words.kinds[kind]} value={point.text} onSave={(text) => change.mutate({ point, text })} disabled={!mayTakePart} />
            {mayTakePart && (
              <ActionIcon variant="subtle" color="gray" size="sm" aria-label={words.remove(point.text)} onClick={() => remove.mutate(point)}>
                <IconX size={14} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {mayTakePart && (
          <LineForm bare size="xs" label={words.addTo(words.kinds[kind])} placeholder={words.placeholder[kind]} maxLength={400} onSend={add.mutateAsync} />
        )}
      </Stack>
    </Paper>
  );
}
