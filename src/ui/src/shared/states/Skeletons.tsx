import { Group, SimpleGrid, Skeleton, Stack } from '@mantine/core';
import { t } from '../../texts';

/** Title, sentence and a list: what most pages look like before their data is there. */
export function PageSkeleton() {
  return (
    <Stack gap="lg" role="status" aria-label={t.states.loading}>
      <Stack gap={6}>
        <Skeleton h={28} w={180} />
        <Skeleton h={16} w="min(420px, 80%)" />
      </Stack>
      <TableSkeleton />
    </Stack>
  );
}

/** The layout a list will have: a head and rows of the same height as the real ones. */
export function TableSkeleton({ rows = 6 }: { rows?: number }) {
  return (
    <Stack gap={0} role="status" aria-label={t.states.loading}>
      <Skeleton h={14} w="30%" mb={14} />
      {Array.from({ length: rows }, (_, row) => (
        <Group key={row} h={48} wrap="nowrap" gap="xl" style={{ borderTop: '1px solid var(--bw-line)' }}>
          <Skeleton h={14} w={`${34 + ((row * 7) % 16)}%`} />
          <Skeleton h={14} w="16%" />
          <Skeleton h={14} w="10%" ml="auto" />
        </Group>
      ))}
    </Stack>
  );
}

/** Boxes beside each other, as numbers or goals will stand. */
export function CardsSkeleton({ cards = 4, height = 96 }: { cards?: number; height?: number }) {
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: Math.min(cards, 4) }} role="status" aria-label={t.states.loading}>
      {Array.from({ length: cards }, (_, card) => (
        <Skeleton key={card} h={height} />
      ))}
    </SimpleGrid>
  );
}

/** Labels and fields of a form or a detail panel. */
export function FormSkeleton({ fields = 4 }: { fields?: number }) {
  return (
    <Stack gap="lg" role="status" aria-label={t.states.loading}>
      {Array.from({ length: fields }, (_, field) => (
        <Stack key={field} gap={6}>
          <Skeleton h={14} w={110} />
          <Skeleton h={36} />
        </Stack>
      ))}
    </Stack>
  );
}

/** Seven columns and five weeks. */
export function MonthSkeleton() {
  return (
    <SimpleGrid cols={7} spacing={4} role="status" aria-label={t.states.loading}>
      {Array.from({ length: 35 }, (_, day) => (
        <Skeleton key={day} h={92} radius="sm" />
      ))}
    </SimpleGrid>
  );
}
