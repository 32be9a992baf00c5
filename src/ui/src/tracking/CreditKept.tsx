import { Text, Title } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { type Column, DataTable, Figure, formatMoney, formatMonth, formatNumber, Loaded, Moment, useBrand } from '../shared';
import { t } from '../texts';
import { nameOf } from './credit';

type Revision = components['schemas']['CreditRevisionView'];
const words = t.credit.kept;
const whole = (value: number) => formatNumber(value, 0);

/** What was reported month by month, and what came to light since. */
export function CreditKept() {
  const brand = useBrand();
  const read = useRead(['credits', brand.id, 'kept'], () => answer(client.GET('/api/v1/brands/{brand}/credits/revisions', { params: { path: { brand: brand.id } } })));
  const name = (row: Revision) => `${formatMonth(row.month.slice(0, 7))}, ${row.number}`;
  const columns: Column<Revision>[] = [
    {
      key: 'month',
      title: words.month,
      primary: true,
      sort: (row) => row.month,
      cell: (row) => (
        <div>
          {formatMonth(row.month.slice(0, 7))}
          <Text size="xs" c="dimmed" fw={400} style={{ whiteSpace: 'nowrap' }}>
            {words.at} <Moment at={row.at} zone={brand.zone} />
          </Text>
        </div>
      ),
    },
    { key: 'number', title: words.revision, align: 'right', cell: (row) => <Figure value={row.number} format={whole} />, sort: (row) => row.number },
    { key: 'conversions', title: t.credit.total, align: 'right', cell: (row) => <Figure value={row.conversions} format={whole} />, sort: (row) => row.conversions },
    { key: 'value', title: t.credit.value, align: 'right', cell: (row) => <span className="figures">{formatMoney(row.value)}</span>, sort: (row) => row.value.amount },
    { key: 'unattributed', title: words.unattributed, align: 'right', hideBelow: 720, cell: (row) => <Figure value={row.unattributed} format={whole} />, sort: (row) => row.unattributed },
    {
      key: 'largest',
      title: words.largest,
      width: '22%',
      hideBelow: 720,
      cell: (row) => (row.credits[0] ? words.under(nameOf(row.credits[0].key, null, 'channelGroup'), formatNumber(row.credits[0].conversions, 1), t.credit.short[row.model] ?? row.model) : ''),
    },
    { key: 'why', title: words.why, long: true, width: '34%', cell: (row) => row.why },
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text size="xs" c="dimmed" mb="sm" maw={720}>
        {words.hint}
      </Text>
      <Loaded read={read}>
        {(rows) => <DataTable name="kept" label={words.title} rows={rows} columns={columns} rowKey={(row) => row.id} rowName={name} take={6} empty={<Text c="dimmed">{words.none}</Text>} />}
      </Loaded>
    </section>
  );
}
