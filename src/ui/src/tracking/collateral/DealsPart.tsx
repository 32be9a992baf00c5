import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../../api';
import { type Column, currencyDecimals, CurrencyPicker, DataTable, Day, formatMoney, NoData, ProblemAlert, useBrand, useMay } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { NumberField } from '../../shared/forms/NumberField';
import { t } from '../../texts';
import { rangeOf } from '../range';
import { afterPiece, type AssistedDeal, type Sheet } from './collateral';

const words = t.collateral.deals;
const outcomes = (['open', 'won', 'lost'] as const).map((value) => ({ value, label: words.outcomes[value] }));

/** The opportunities a piece helped along, and a form for the next. */
export function DealsPart({ sheet }: { sheet: Sheet }) {
  const brand = useBrand();
  const may = useMay('takePart');
  const today = rangeOf(1, brand.zone).from;
  const form = useForm({
    initialValues: { title: '', value: '' as number | '', currency: brand.currency, outcome: 'won' as AssistedDeal['outcome'], on: today },
    validate: { title: (value) => (value.trim() === '' ? words.nameMissing : null) },
  });
  const add = useCommand(
    ({ value, currency, on, ...rest }: typeof form.values) =>
      answer(client.POST('/api/v1/assisted-deals', { body: { ...rest, items: [sheet.item.id], value: value === '' ? null : value, currency: value === '' ? null : currency, on: on || null } })),
    { form, invalidate: afterPiece, done: (_, deal) => words.logged(deal.title), undo: (_, deal) => remove(deal.id), onDone: () => form.reset() },
  );
  return (
    <section aria-label={words.title}>
      <Text fw={600}>{words.title}</Text>
      <Text size="xs" c="dimmed" mb="xs">
        {words.attribution}
      </Text>
      <Stack gap="md">
        <DealTable deals={sheet.deals} may={may} />
        {may && (
          <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
            <Stack gap="sm">
              <TextInput label={words.name} maxLength={200} {...form.getInputProps('title')} />
              <Group grow align="flex-start">
                <NumberField label={words.value} min={0} decimals={currencyDecimals(form.values.currency)} {...form.getInputProps('value')} />
                <CurrencyPicker {...form.getInputProps('currency')} />
              </Group>
              <Group grow align="flex-start">
                <Select label={words.outcome} data={outcomes} {...form.getInputProps('outcome')} />
                <DateField label={words.on} {...form.getInputProps('on')} />
              </Group>
              <ProblemAlert problem={add.problem} form={form} />
              <Button type="submit" variant="default" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
                {words.log}
              </Button>
            </Stack>
          </form>
        )}
      </Stack>
    </section>
  );
}

const remove = (deal: string) => answer(client.DELETE('/api/v1/assisted-deals/{deal}', { params: { path: { deal } } }));

function DealTable({ deals, may }: { deals: AssistedDeal[]; may: boolean }) {
  const settle = useCommand(
    ({ deal, outcome }: { deal: AssistedDeal; outcome: AssistedDeal['outcome'] }) =>
      answer(
        client.POST('/api/v1/assisted-deals/{deal}/settle', { params: { path: { deal: deal.id } }, body: { outcome, value: deal.value?.amount ?? null, currency: deal.value?.currency ?? null, ifVersion: deal.version } }),
      ),
    { invalidate: afterPiece, done: (_, deal) => words.settled(deal.title, words.outcomes[deal.outcome]) },
  );
  const takeBack = useCommand((deal: AssistedDeal) => remove(deal.id), {
    invalidate: afterPiece,
    done: (deal) => words.removed(deal.title),
    undo: ({ items, title, value, outcome, on }) => answer(client.POST('/api/v1/assisted-deals', { body: { items, title, outcome, on, value: value?.amount ?? null, currency: value?.currency ?? null } })),
  });
  const columns: Column<AssistedDeal>[] = [
    { key: 'title', title: words.name, primary: true, cell: (deal) => deal.title, sort: (deal) => deal.title },
    { key: 'value', title: words.value, align: 'right', cell: (deal) => (deal.value ? <span className="figures">{formatMoney(deal.value)}</span> : <NoData reason={words.noValue} />), sort: (deal) => deal.value?.amount },
    {
      key: 'outcome',
      title: words.outcome,
      cell: (deal) => (
        <Select
          aria-label={words.outcomeOf(deal.title)}
          size="xs"
          w={96}
          disabled={!may || settle.isPending}
          data={outcomes}
          value={deal.outcome}
          onChange={(outcome) => outcome && outcome !== deal.outcome && settle.mutate({ deal, outcome: outcome as AssistedDeal['outcome'] })}
        />
      ),
      sort: (deal) => words.outcomes[deal.outcome],
    },
    { key: 'on', title: words.on, cell: (deal) => <Day date={deal.on} />, sort: (deal) => deal.on },
  ];
  const actions: Column<AssistedDeal> = {
    key: 'remove',
    title: t.postTemplates.table.actions,
    hideTitle: true,
    cell: (deal) => (
      <ActionIcon variant="subtle" color="gray" aria-label={words.remove(deal.title)} onClick={() => takeBack.mutate(deal)}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    ),
  };
  return <DataTable name="deals" label={words.title} rows={deals} columns={may ? [...columns, actions] : columns} rowKey={(deal) => deal.id} rowName={(deal) => deal.title} empty={<Text c="dimmed">{words.none}</Text>} />;
}
