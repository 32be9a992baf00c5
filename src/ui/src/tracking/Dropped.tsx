import { Text, Title } from '@mantine/core';
import type { components } from '../api';
import { type Column, DataTable, Figure, formatNumber } from '../shared';
import { t } from '../texts';

type OutcomeCount = components['schemas']['OutcomeCount'];
const words = t.tracking;
const whole = (value: number) => formatNumber(value, 0);
const nameOf = (row: OutcomeCount) => words.outcomes[row.outcome] ?? row.outcome;

const columns: Column<OutcomeCount>[] = [
  { key: 'reason', title: words.reason, cell: nameOf, sort: nameOf },
  { key: 'hits', title: words.hits, align: 'right', cell: (row) => <Figure value={row.hits} format={whole} />, sort: (row) => row.hits },
];

/** Hits that do not count, each with its reason: a number is only believed when one sees what it leaves out. */
export function Dropped({ dropped, unknown }: { dropped: OutcomeCount[]; unknown: number }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {words.droppedTitle}
      </Title>
      <Text c="dimmed" mb="sm">
        {dropped.length === 0 ? words.droppedNone : words.dropped}
      </Text>
      <DataTable name="dropped" label={words.droppedTitle} rows={dropped} columns={columns} rowKey={(row) => row.outcome} rowName={nameOf} firstSort="-hits" />
      {unknown > 0 && (
        <Text c="dimmed" size="xs" mt="sm">
          {words.unknownCodes(whole(unknown))}
        </Text>
      )}
    </section>
  );
}
