import { Button, FileButton, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { base64, type Column, DataTable, Day, formatNumber, Loaded, locale, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { Schemas } from './returns';

type Rate = Schemas['KnownRate'];
const words = t.returns.exchange;
const leftColumns: Column<Schemas['RowNotTaken']>[] = [
  { key: 'line', title: t.returns.ads.line, align: 'right', cell: (row) => (row.line > 0 ? row.line : '') },
  { key: 'reason', title: t.returns.ads.reason, primary: true, cell: (row) => row.reason },
  { key: 'text', title: t.returns.ads.row, cell: (row) => row.text, hideBelow: 720 },
];
const keys = [['exchange-rates'], ['returns'], ['executive']];

/** What other currencies are worth, by day: typed, or from a file. */
export function ExchangeRates({ currency }: { currency: string }) {
  const may = useMay('editNumbers');
  const read = useRead(['exchange-rates'], () => answer(client.GET('/api/v1/exchange-rates')));
  const form = useForm({
    initialValues: { from: '', day: `${new Date().getFullYear()}-01-01`, rate: '' as number | '' },
    validate: { from: (value) => (/^[a-z]{3}$/i.test(value.trim()) ? null : words.fromMissing), rate: (value) => (value === '' ? words.rateMissing : null), day: (value) => (value === '' ? words.dayMissing : null) },
  });
  const put = (from: string, to: string, day: string, rate: number | null) => answer(client.PUT('/api/v1/exchange-rates', { body: { from, to, day, rate } }));
  const set = useCommand((values: typeof form.values) => put(values.from, currency, values.day, Number(values.rate)), { form, invalidate: keys, done: words.saved, onDone: () => form.reset() });
  const remove = useCommand((row: Rate) => put(row.from, row.to, row.day, null), { invalidate: keys, done: words.removed, undo: (row) => put(row.from, row.to, row.day, row.rate) });
  const load = useCommand(async (file: File) => answer(client.POST('/api/v1/exchange-rates/import', { body: { content: await base64(file), locale: locale() } })), { invalidate: keys, done: (_, made) => words.imported(made.added + made.changed, made.notTaken.length) });
  const left = load.data?.notTaken ?? [];
  const columns: Column<Rate>[] = [
    { key: 'pair', title: words.pair, primary: true, cell: (row) => words.oneOf(row.from, formatNumber(row.rate, 6), row.to), sort: (row) => row.from },
    { key: 'day', title: words.day, cell: (row) => <Day date={row.day} />, sort: (row) => row.day },
    ...(may ? [{ key: 'remove', title: words.remove, hideTitle: true, cell: (row: Rate) => <Button size="compact-sm" variant="subtle" color="red" aria-label={words.removeOf(row.from, row.day)} onClick={() => remove.mutate(row)}>{words.remove}</Button> }] : []),
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.text(currency)}
      </Text>
      <Stack>
        <Loaded read={read}>{(rows) => (rows.length > 0 ? <DataTable name="exchange" label={words.title} rows={rows} columns={columns} rowKey={(row) => `${row.from}${row.to}${row.day}`} rowName={(row) => `${row.from} ${row.to}`} /> : <Text>{words.none}</Text>)}</Loaded>
        {may && (
          <form noValidate onSubmit={form.onSubmit((values) => set.mutate(values))}>
            <Group align="flex-end">
              <TextInput label={words.from} placeholder={words.fromExample} maxLength={3} w={120} {...form.getInputProps('from')} />
              <NumberField label={words.rate(currency)} min={0} decimalScale={6} w={160} {...form.getInputProps('rate')} />
              <DateField label={words.day} w={180} {...form.getInputProps('day')} />
              <Button type="submit" variant="default" loading={set.isPending}>
                {words.set}
              </Button>
              <FileButton onChange={(file) => file && load.mutate(file)} accept=".csv,.tsv,.txt,.xlsx,.xls">
                {(props) => (
                  <Button {...props} variant="subtle" loading={load.isPending}>
                    {words.import}
                  </Button>
                )}
              </FileButton>
            </Group>
            <ProblemAlert problem={set.problem} form={form} />
          </form>
        )}
        {left.length > 0 && <DataTable name="rates-left" label={t.returns.ads.reason} rows={left} columns={leftColumns} rowKey={(row) => `${row.line} ${row.text}`} rowName={(row) => `${t.returns.ads.line} ${row.line}`} take={10} />}
      </Stack>
    </section>
  );
}
