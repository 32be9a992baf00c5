import { Text, Title } from '@mantine/core';
import type { components } from '../api';
import { type Column, DataTable, Figure, formatNumber, useUrl } from '../shared';
import { t } from '../texts';
import { nameOf, type Report } from './credit';

type Pair = components['schemas']['TouchOverlap'];
const words = t.credit;

/** Which two led to the same conversions, so that nobody adds them up. */
export function CreditTogether({ report }: { report: Report }) {
  const [, setUrl] = useUrl();
  const one = (pair: Pair) => nameOf(pair.one, pair.oneTitle, report.by);
  const other = (pair: Pair) => nameOf(pair.other, pair.otherTitle, report.by);
  const columns: Column<Pair>[] = [
    { key: 'pair', title: words.together, primary: true, cell: (pair) => `${one(pair)} + ${other(pair)}`, sort: one },
    { key: 'both', title: words.both, align: 'right', cell: (pair) => <Figure value={pair.conversions} format={(value) => formatNumber(value, 0)} />, sort: (pair) => pair.conversions },
  ];
  return (
    <section>
      <Title order={2}>{words.together}</Title>
      <Text size="xs" c="dimmed" mb="sm" maw={720}>
        {words.togetherHint}
      </Text>
      <DataTable
        name="together"
        label={words.together}
        rows={report.overlaps}
        columns={columns}
        rowKey={(pair) => `${pair.one} ${pair.other}`}
        rowName={(pair) => `${one(pair)} + ${other(pair)}`}
        onOpen={(pair) => setUrl({ row: pair.one, and: pair.other }, true)}
        firstSort="-both"
        take={10}
        empty={<Text c="dimmed">{words.noTogether}</Text>}
      />
    </section>
  );
}
