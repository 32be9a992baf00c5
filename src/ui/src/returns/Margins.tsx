import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Day, formatNumber, formatPercent, Loaded, ProblemAlert, useBrand, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { Schemas } from './returns';

type Margin = Schemas['MarginView'];
const words = t.returns.margins;

/** What is left of what is sold: by brand, and by goal where that differs. */
export function Margins({ plan }: { plan: string }) {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const keys = [['margins', brand.id], ['returns', plan], ['executive', plan]];
  const read = useRead(['margins', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/margins', { params: { path: { brand: brand.id } } })));
  const form = useForm({ initialValues: { from: `${new Date().getFullYear()}-01-01`, percent: '' as number | '' }, validate: { percent: (value) => (value === '' ? words.percentMissing : null), from: (value) => (value === '' ? words.fromMissing : null) } });
  const put = (body: { from: string; percent: number | null; goal?: string | null }) => answer(client.PUT('/api/v1/brands/{brand}/margins', { params: { path: { brand: brand.id } }, body }));
  const set = useCommand((values: typeof form.values) => put({ from: values.from, percent: Number(values.percent) }), { form, invalidate: keys, done: words.saved, onDone: () => form.reset() });
  const remove = useCommand((row: Margin) => put({ from: row.from, percent: null, goal: row.goal }), { invalidate: keys, done: words.removed, undo: (row) => put({ from: row.from, percent: row.percent, goal: row.goal }) });
  const columns: Column<Margin>[] = [
    { key: 'for', title: words.of, primary: true, cell: (row) => row.goalTitle ?? words.brand },
    { key: 'percent', title: words.percent, align: 'right', cell: (row) => formatPercent(row.percent / 100, 2), sort: (row) => row.percent },
    { key: 'from', title: words.from, cell: (row) => <Day date={row.from} />, sort: (row) => row.from },
    ...(may
      ? [{ key: 'remove', title: words.remove, hideTitle: true, cell: (row: Margin) => <Button size="compact-sm" variant="subtle" color="red" aria-label={words.removeOf(formatNumber(row.percent, 2))} onClick={() => remove.mutate(row)}>{words.remove}</Button> }]
      : []),
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.text}
      </Text>
      <Stack>
        <Loaded read={read}>{(rows) => (rows.length > 0 ? <DataTable name="margins" label={words.title} rows={rows} columns={columns} rowKey={(row) => `${row.goal} ${row.from}`} rowName={(row) => row.goalTitle ?? words.brand} /> : <Text>{words.none}</Text>)}</Loaded>
        {may && (
          <form noValidate onSubmit={form.onSubmit((values) => set.mutate(values))}>
            <Group align="flex-end">
              <NumberField label={words.percent} suffix=" %" min={0} max={100} decimalScale={2} w={140} {...form.getInputProps('percent')} />
              <DateField label={words.from} w={180} {...form.getInputProps('from')} />
              <Button type="submit" variant="default" loading={set.isPending}>
                {words.set}
              </Button>
            </Group>
            <ProblemAlert problem={set.problem} form={form} />
          </form>
        )}
      </Stack>
    </section>
  );
}
