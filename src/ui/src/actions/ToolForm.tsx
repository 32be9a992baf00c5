import { Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { PersonPicker, ProblemAlert, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { MoneyField } from '../shared/forms/MoneyField';
import { hintsBelow } from '../shared/forms/order';
import { t } from '../texts';
import { type Tool, type ToolSheet, useRegister, useSaveTool, useToolCommands } from './useTools';

const words = t.tools;
const periods = (Object.keys(words.periods) as (keyof typeof words.periods)[]).map((value) => ({ value, label: words.periods[value] }));

interface Props {
  plan: string;
  /** The tool that is changed; a new one without. */
  tool?: Tool;
  /** The brand's currency, until another one is chosen. */
  currency: string;
  disabled: boolean;
  onClose: () => void;
}

/** All that a plan says of one tool. */
export function ToolForm({ plan, tool, currency, disabled, onClose }: Props) {
  const { people } = usePeople();
  const register = useRegister(plan);
  const { remove } = useToolCommands(plan);
  const sheet = tool?.sheet;
  const form = useForm({
    initialValues: {
      name: sheet?.name ?? '',
      purpose: sheet?.purpose ?? '',
      owner: sheet?.owner ?? null,
      cost: (sheet?.cost?.amount ?? '') as number | '',
      currency: sheet?.cost?.currency ?? currency,
      every: sheet?.every ?? 'month',
      access: sheet?.access ?? '',
      renewsOn: sheet?.renewsOn ?? '',
      since: sheet?.since ?? '',
      until: sheet?.until ?? '',
      technique: sheet?.technique ?? null,
    },
    validate: {
      name: (value) => (value.trim() === '' ? words.nameMissing : null),
      purpose: (value) => (value.trim() === '' ? words.purposeMissing : null),
    },
  });
  const save = useSaveTool(plan, tool, form, onClose);
  const send = ({ cost, currency: unit, ...values }: typeof form.values) =>
    save.mutate({
      ...values,
      cost: cost === '' ? null : { amount: cost, currency: unit },
      access: values.access || null,
      renewsOn: values.renewsOn || null,
      since: values.since || null,
      until: values.until || null,
    } satisfies ToolSheet);
  const takeOff = (gone: Tool) => {
    remove.mutate(gone);
    onClose();
  };
  return (
    <form noValidate onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput label={words.name} withAsterisk maxLength={120} disabled={disabled} data-autofocus {...form.getInputProps('name')} />
        <Textarea label={words.purposeOf} withAsterisk autosize minRows={2} maxLength={400} disabled={disabled} {...form.getInputProps('purpose')} />
        <PersonPicker label={words.owner} people={people} value={form.values.owner} onChange={(owner) => form.setFieldValue('owner', owner)} error={form.errors.owner} disabled={disabled} />
        <MoneyField
          label={words.cost}
          description={words.costHint}
          amount={form.values.cost}
          currency={form.values.currency}
          onAmount={(amount) => form.setFieldValue('cost', amount)}
          onCurrency={(unit) => form.setFieldValue('currency', unit)}
          error={form.errors.cost}
          disabled={disabled}
        />
        <Group grow align="flex-start">
          <Select label={words.every} data={periods} disabled={disabled} {...form.getInputProps('every')} />
          <DateField label={words.renewsOn} disabled={disabled} {...form.getInputProps('renewsOn')} />
        </Group>
        <Textarea label={words.access} description={words.accessHint} inputWrapperOrder={hintsBelow} autosize minRows={1} maxLength={400} disabled={disabled} {...form.getInputProps('access')} />
        <Group grow align="flex-start">
          <DateField label={words.since} description={words.sinceHint} inputWrapperOrder={hintsBelow} disabled={disabled} {...form.getInputProps('since')} />
          <DateField label={words.until} description={words.untilHint} inputWrapperOrder={hintsBelow} disabled={disabled} {...form.getInputProps('until')} />
        </Group>
        {(register.length > 0 || form.values.technique) && (
          <Select label={words.register} description={words.registerHint} inputWrapperOrder={hintsBelow} data={register} clearable searchable disabled={disabled} {...form.getInputProps('technique')} />
        )}
        {tool?.standing && (
          <Text size="sm" c="dimmed">
            {[tool.standingWhy, tool.evidence.length > 0 ? words.evidence(tool.evidence.join(', ')) : words.noEvidence].filter(Boolean).join(' ')}
          </Text>
        )}
        <ProblemAlert problem={save.problem} form={form} />
        {!disabled && (
          <Group justify="space-between">
            <Button type="submit" loading={save.isPending}>
              {tool ? words.save : words.add}
            </Button>
            {tool && (
              <Button variant="subtle" color="red" loading={remove.isPending} title={words.removeHint} onClick={() => takeOff(tool)}>
                {words.remove}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
