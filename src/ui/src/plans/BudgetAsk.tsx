import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { currencyDecimals, Day, formatMoney, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { type Executive, useBudgetCommands } from './executive';
import classes from './Executive.module.css';

const words = t.executive;

/** What the plan asks its sponsor for; changed where it stands. */
export function BudgetAsk({ page, open }: { page: Executive; open: boolean }) {
  const mayEdit = useMay('editPlan') && open;
  const [editing, setEditing] = useState(false);
  const { ask } = page.signOffs;
  if (editing) return <AskForm page={page} onClose={() => setEditing(false)} />;
  return (
    <Stack gap={4} align="flex-start">
      {ask ? (
        <>
          <Text size="lg" fw={600} className="figures">
            {formatMoney(ask.amount)}
          </Text>
          {ask.neededBy && (
            <Text>
              {words.askBy} <Day date={ask.neededBy} />
            </Text>
          )}
          {ask.why && <Text className={classes.long}>{ask.why}</Text>}
        </>
      ) : (
        <Text c="dimmed">{words.askNone}</Text>
      )}
      {mayEdit && (
        <Button data-frame size="compact-sm" variant="default" mt={4} aria-label={ask ? `${words.askChange}: ${words.ask}` : undefined} onClick={() => setEditing(true)}>
          {ask ? words.askChange : words.askEdit}
        </Button>
      )}
    </Stack>
  );
}

function AskForm({ page, onClose }: { page: Executive; onClose: () => void }) {
  const { ask, currency } = page.signOffs;
  const form = useForm({
    initialValues: { amount: (ask?.amount.amount ?? '') as number | '', neededBy: ask?.neededBy ?? '', why: ask?.why ?? '' },
    validate: { amount: (value) => (value === '' ? words.amountMissing : null) },
  });
  const { ask: send, withdraw } = useBudgetCommands(page, form, onClose);
  return (
    <form noValidate onSubmit={form.onSubmit(({ amount, neededBy, why }) => send.mutate({ amount: { amount: Number(amount), currency }, neededBy: neededBy || null, why: why || null }))}>
      <Stack gap="sm" className={classes.form}>
        <NumberField label={`${words.askAmount} (${currency})`} withAsterisk min={0} decimals={currencyDecimals(currency)} thousandSeparator="," data-autofocus {...form.getInputProps('amount')} />
        <DateField label={words.askBy} {...form.getInputProps('neededBy')} />
        <Textarea label={words.askWhy} autosize minRows={2} maxLength={1000} {...form.getInputProps('why')} />
        <ProblemAlert problem={send.problem} form={form} />
        <Group gap="xs">
          <Button type="submit" loading={send.isPending}>
            {words.askSave}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
          {ask && (
            <Button variant="subtle" color="red" loading={withdraw.isPending} onClick={() => withdraw.mutate()}>
              {words.askRemove}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
