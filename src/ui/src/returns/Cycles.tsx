import { Title } from '@mantine/core';
import { type Column, DataTable, Day, Figure, formatMoney, formatPercent, NoData } from '../shared';
import { t } from '../texts';
import { clockTime, type Returns } from './returns';

const words = t.returns;
type Cycle = Returns['cycles'][number];

const columns: Column<Cycle>[] = [
  { key: 'cycle', title: words.cycles.cycle, primary: true, cell: (row) => words.cycles.number(row.cycle, row.title), sort: (row) => row.cycle },
  { key: 'from', title: words.cycles.days, cell: (row) => (<><Day date={row.from} /> – <Day date={row.until} /></>), sort: (row) => row.from, hideBelow: 960 },
  { key: 'hours', title: words.cards.hours, align: 'right', cell: (row) => clockTime(row.sum.minutes), sort: (row) => row.sum.minutes },
  { key: 'cost', title: words.cards.cost, align: 'right', cell: (row) => (row.sum.cost ? formatMoney(row.sum.cost) : <NoData reason={row.missing[0] ?? words.cards.withheld} />), sort: (row) => row.sum.cost?.amount },
  { key: 'value', title: words.cards.value, align: 'right', cell: (row) => formatMoney(row.sum.value), sort: (row) => row.sum.value.amount },
  { key: 'roi', title: words.columns.roi, align: 'right', cell: (row) => <Figure value={row.missing.length > 0 ? null : row.sum.roi} format={(value) => formatPercent(value, 0)} n={row.sum.conversions} reason={row.missing[0] ?? words.noRoiOf} />, sort: (row) => row.sum.roi },
];

/** This cycle beside those before it. */
export function Cycles({ cycles }: { cycles: Cycle[] }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {words.cycles.title}
      </Title>
      <DataTable name="cycles" label={words.cycles.title} rows={cycles} columns={columns} rowKey={(row) => row.plan} rowName={(row) => row.title} />
    </section>
  );
}
