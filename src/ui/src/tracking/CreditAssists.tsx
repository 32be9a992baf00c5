import { Text, Title } from '@mantine/core';
import { type Column, DataTable, Figure, formatNumber } from '../shared';
import { t } from '../texts';
import { nameOf, type Report, type Row } from './credit';

const words = t.credit;
const whole = (value: number) => formatNumber(value, 0);

/** Who prepares conversions and who is there at the end. */
export function CreditAssists({ report }: { report: Report }) {
  const rows = report.rows.filter((row) => row.influenced > 0);
  const name = (row: Row) => nameOf(row.key, row.title, report.by);
  const columns: Column<Row>[] = [
    { key: 'name', title: words.one[report.by] ?? '', primary: true, cell: name, sort: name },
    { key: 'influenced', title: words.influenced, align: 'right', cell: (row) => <Figure value={row.influenced} format={whole} />, sort: (row) => row.influenced },
    { key: 'assisted', title: words.assisted, align: 'right', cell: (row) => <Figure value={row.assisted} format={whole} />, sort: (row) => row.assisted },
    { key: 'last', title: words.last, align: 'right', cell: (row) => <Figure value={row.last} format={whole} />, sort: (row) => row.last },
    { key: 'ratio', title: words.ratio, align: 'right', cell: (row) => <Figure value={row.assistedToLast?.value} format={(value) => formatNumber(value, 2)} n={row.influenced} reason={words.noLast} />, sort: (row) => row.assistedToLast?.value },
  ];
  if (rows.length === 0) return null;
  return (
    <section>
      <Title order={2}>{words.assists}</Title>
      <Text size="xs" c="dimmed" mb="sm" maw={720}>
        {words.assistsHint}
      </Text>
      <DataTable name="assists" label={words.assists} rows={rows} columns={columns} rowKey={(row) => row.key} rowName={name} firstSort="-influenced" take={10} />
    </section>
  );
}
