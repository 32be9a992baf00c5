import { Button, Modal, Progress, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { currencyDecimals, formatDate, formatMoney, networkName, ProblemAlert, useBrand } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';

type AccountSpending = components['schemas']['AccountSpending'];
const words = t.spending;

// Prices go below a cent.
const money = (amount: number, currency: string) => formatMoney({ amount, currency }, 3);

/** What posts cost on accounts whose networks charge for them. */
export function useSpending() {
  const brand = useBrand();
  return useRead(['publishing', 'spending', brand.id], () => answer(client.GET('/api/v1/publishing/spending', { params: { query: { brand: brand.id } } })));
}

/** What is spent this month, of which ceiling, and by which prices. */
export function Spending({ spending, name, may }: { spending: AccountSpending; name: string; may: boolean }) {
  const [open, setOpen] = useState(false);
  const { ceiling, spent, planned, currency } = spending;
  const used = ceiling ? Math.min(100, (100 * (spent + planned)) / ceiling) : 0;
  const said = ceiling !== null && ceiling !== undefined ? words.of(money(spent, currency), money(ceiling, currency)) : words.without(money(spent, currency));
  return (
    <Stack gap={2}>
      <Text size="sm" className="figures">
        {said}
      </Text>
      {ceiling !== null && ceiling !== undefined && <Progress value={used} color={used >= 80 ? 'yellow' : undefined} size="sm" aria-label={said} />}
      {planned > 0 && (
        <Text size="xs" c="dimmed">
          {words.planned(money(planned, currency))}
        </Text>
      )}
      {may && (
        <Button size="compact-xs" variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
          {ceiling === null || ceiling === undefined ? words.set : words.change}
        </Button>
      )}
      {open && <Ceiling spending={spending} name={name} onClose={() => setOpen(false)} />}
    </Stack>
  );
}

function Ceiling({ spending, name, onClose }: { spending: AccountSpending; name: string; onClose: () => void }) {
  const form = useForm<{ amount: number | '' }>({ initialValues: { amount: spending.ceiling ?? '' } });
  const save = useCommand(() => answer(client.POST('/api/v1/accounts/{account}/ceiling', { params: { path: { account: spending.account } }, body: { amount: form.values.amount === '' ? null : form.values.amount } })), {
    form,
    invalidate: [['publishing', 'spending'], ['calendar']],
    done: words.saved,
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={words.title(name)} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit(() => save.mutate())}>
        <Stack gap="md">
          <Text size="sm">
            {words.prices(networkName(spending.network), money(spending.plain, spending.currency), money(spending.withLink, spending.currency))} {words.text}
          </Text>
          {spending.source && spending.pricesOf && (
            <Text size="xs" c="dimmed">
              {words.pricesOf(spending.source, formatDate(spending.pricesOf))}
            </Text>
          )}
          <NumberField label={words.amount(spending.currency)} description={words.amountHint} min={0} decimals={currencyDecimals(spending.currency)} data-autofocus {...form.getInputProps('amount')} />
          <ProblemAlert problem={save.problem} form={form} />
          <Button type="submit" loading={save.isPending}>
            {words.save}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
