import { Button, Group, Modal, Stack, Text, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Day, formatMoney, Loaded, NoData, ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { MoneyField } from '../shared/forms/MoneyField';
import { t } from '../texts';
import type { Schemas } from './returns';

type Person = Schemas['MemberRates'];
const words = t.returns.rates;

/** What an hour of each person costs: for those who may see costs. */
export function PeopleRates() {
  const [open, setOpen] = useState<Person>();
  const read = useRead(['hourly-rates'], () => answer(client.GET('/api/v1/hourly-rates')));
  const columns: Column<Person>[] = [
    { key: 'name', title: words.person, primary: true, cell: (row) => row.name, sort: (row) => row.name },
    { key: 'rate', title: words.perHour, align: 'right', cell: (row) => (row.rates[0] ? <span className="figures">{formatMoney(row.rates[0].perHour)}</span> : <NoData reason={words.none} />), sort: (row) => row.rates[0]?.perHour.amount },
    { key: 'from', title: words.from, cell: (row) => (row.rates[0] ? <Day date={row.rates[0].from} /> : null), hideInCard: (row) => row.rates.length === 0 },
    {
      key: 'set',
      title: words.set,
      hideTitle: true,
      cell: (row) => (
        <Button size="compact-sm" variant="default" aria-label={words.setOf(row.name)} onClick={() => setOpen(row)}>
          {words.set}
        </Button>
      ),
    },
  ];
  return (
    <section>
      <Title order={2}>{words.title}</Title>
      <Text size="sm" c="dimmed" mb="sm">
        {words.text}
      </Text>
      <Loaded read={read}>{(people) => <DataTable name="rates" label={words.title} rows={people} columns={columns} rowKey={(row) => row.member} rowName={(row) => row.name} />}</Loaded>
      {open && <RateForm person={open} onClose={() => setOpen(undefined)} />}
    </section>
  );
}

function RateForm({ person, onClose }: { person: Person; onClose: () => void }) {
  const brand = useBrand();
  const last = person.rates[0];
  const form = useForm({
    initialValues: { from: last ? '' : `${new Date().getFullYear()}-01-01`, perHour: (last?.perHour.amount ?? '') as number | '', currency: last?.perHour.currency ?? brand.currency },
    validate: { from: (value) => (value === '' ? words.fromMissing : null), perHour: (value) => (value === '' ? words.rateMissing : null) },
  });
  const save = useCommand(
    ({ from, perHour, currency }: typeof form.values) => answer(client.PUT('/api/v1/hourly-rates/{member}', { params: { path: { member: person.member } }, body: { from, perHour: { amount: Number(perHour), currency } } })),
    { form, invalidate: [['hourly-rates'], ['returns'], ['executive']], done: words.saved(person.name), onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={words.setOf(person.name)} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack>
          <MoneyField label={words.perHour} description={words.perHourHint} amount={form.values.perHour} currency={form.values.currency} onAmount={(value) => form.setFieldValue('perHour', value)} onCurrency={(value) => form.setFieldValue('currency', value)} error={form.errors.perHour} />
          <DateField label={words.from} description={words.fromHint} {...form.getInputProps('from')} />
          <ProblemAlert problem={save.problem} form={form} />
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.set}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
