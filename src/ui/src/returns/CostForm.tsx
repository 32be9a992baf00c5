import { Button, Group, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { MoneyField } from '../shared/forms/MoneyField';
import { hintsBelow } from '../shared/forms/order';
import { t } from '../texts';
import { afterMoney, type Schemas } from './returns';
import { WorkSelect } from './WorkSelect';

type Entry = Schemas['CostEntryView'];
type Sheet = Schemas['CostSheet'];
const words = t.returns.costs;
const enterable = ['production', 'agency', 'advertising', 'other'] as const;
const options = <Key extends string>(texts: Record<Key, string>, keys = Object.keys(texts) as Key[]) => keys.map((value) => ({ value, label: texts[value] }));

interface Props {
  plan: string;
  /** The cost that is changed; a new one without. */
  entry?: Entry;
  currency: string;
  today: string;
  disabled: boolean;
  onClose: () => void;
}

/** All that is said of one cost. */
export function CostForm({ plan, entry, currency, today, disabled, onClose }: Props) {
  const sheet = entry?.sheet;
  const form = useForm({
    initialValues: {
      kind: sheet?.kind ?? ('production' as Sheet['kind']),
      title: sheet?.title ?? '',
      amount: (sheet?.amount.amount ?? '') as number | '',
      currency: sheet?.amount.currency ?? currency,
      from: sheet?.from ?? today,
      until: sheet?.until ?? '',
      repeat: sheet?.repeat ?? ('once' as Sheet['repeat']),
      state: sheet?.state ?? ('spent' as Sheet['state']),
      work: sheet?.work ?? '',
      note: sheet?.note ?? '',
    },
    validate: { title: (value) => (value.trim() === '' ? words.nameMissing : null), amount: (value) => (value === '' ? words.amountMissing : null), from: (value) => (value === '' ? words.fromMissing : null) },
  });
  const at = (id: string) => ({ params: { path: { cost: id } } });
  const add = (body: Sheet) => answer(client.POST('/api/v1/plans/{plan}/costs', { params: { path: { plan } }, body: { sheet: body } }));
  const save = useCommand((body: Sheet) => (entry ? answer(client.PUT('/api/v1/costs/{cost}', { ...at(entry.id), body: { sheet: body, ifVersion: entry.version } })) : add(body)), {
    form,
    invalidate: afterMoney(plan),
    done: (body) => words.saved(body.title),
    onDone: onClose,
  });
  const remove = useCommand((gone: Entry) => answer(client.DELETE('/api/v1/costs/{cost}', at(gone.id))), { invalidate: afterMoney(plan), done: (gone) => words.removed(gone.sheet.title), undo: (gone) => add(gone.sheet), onDone: onClose });
  const send = ({ amount, currency: unit, until, work, note, ...values }: typeof form.values) =>
    save.mutate({ ...values, amount: { amount: Number(amount), currency: unit }, until: until || null, work: work || null, note: note || null } as Sheet);
  const again = form.values.repeat !== 'once';
  return (
    <form noValidate onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput label={words.name} withAsterisk maxLength={120} disabled={disabled} data-autofocus {...form.getInputProps('title')} />
        <Select label={words.kind} description={words.kindHint} data={options(t.returns.kinds, [...enterable])} disabled={disabled} {...form.getInputProps('kind')} />
        <MoneyField label={words.amount} amount={form.values.amount} currency={form.values.currency} onAmount={(value) => form.setFieldValue('amount', value)} onCurrency={(value) => form.setFieldValue('currency', value)} error={form.errors.amount} disabled={disabled} />
        <Group grow align="flex-start">
          <Select label={words.repeat} data={options(words.repeats)} disabled={disabled} {...form.getInputProps('repeat')} />
          <Select label={words.state} data={options(words.states)} disabled={disabled} {...form.getInputProps('state')} />
        </Group>
        <Group grow align="flex-start">
          <DateField label={words.from} disabled={disabled} {...form.getInputProps('from')} />
          <DateField label={words.until} inputWrapperOrder={hintsBelow} description={again ? words.untilAgain : words.untilOnce} disabled={disabled} {...form.getInputProps('until')} />
        </Group>
        <WorkSelect plan={plan} label={words.work} value={form.values.work ?? ''} onChange={(work) => form.setFieldValue('work', work)} disabled={disabled} />
        <Textarea label={words.note} autosize minRows={1} maxLength={400} disabled={disabled} {...form.getInputProps('note')} />
        <ProblemAlert problem={save.problem} form={form} />
        {!disabled && (
          <Group justify="space-between">
            <Button type="submit" loading={save.isPending}>
              {entry ? words.save : words.add}
            </Button>
            {entry && (
              <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate(entry)}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
