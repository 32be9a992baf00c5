import { ActionIcon, Button, Group, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { currencyDecimals, PersonPicker, ProblemAlert, useBrand, usePeople } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { Portfolio } from './useCandidates';

const words = t.portfolio;
type Rules = Portfolio['rules'];

/** Whose hours there are, what an hour costs, how long a post takes, how relevant a network must be. */
export function PortfolioRulesForm({ rules, disabled }: { rules: Rules; disabled: boolean }) {
  const { people, nameOf } = usePeople();
  const brand = useBrand();
  const form = useForm({
    initialValues: { minutesPerPost: rules.minutesPerPost as number | string, leastRelevance: rules.leastRelevance as number | string, hourCost: (rules.hourCost?.amount ?? '') as number | string, hours: rules.hours.map((each) => ({ ...each })) },
  });
  const save = useCommand(
    (values: typeof form.values) =>
      answer(
        client.PUT('/api/v1/plans/{plan}/portfolio/rules', {
          params: { path: { plan: rules.plan } },
          body: {
            minutesPerPost: Number(values.minutesPerPost),
            leastRelevance: Number(values.leastRelevance),
            hours: values.hours.map((each) => ({ person: each.person, hours: Number(each.hours) || 0 })),
            hourCost: values.hourCost === '' ? null : { amount: Number(values.hourCost), currency: brand.currency },
            noHourCost: values.hourCost === '',
          },
        }),
      ),
    { form, invalidate: [['portfolio'], ['channels'], ['plans']], done: words.rulesSaved },
  );
  const others = people.filter((person) => form.values.hours.every((each) => each.person !== person.id));
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm" maw={560}>
        {form.values.hours.map((each, place) => (
          <Group key={each.person} wrap="nowrap" align="flex-end">
            <NumberField label={words.personHours(nameOf(each.person) ?? '')} min={0} max={168} style={{ flex: 1 }} disabled={disabled} {...form.getInputProps(`hours.${place}.hours`)} />
            {!disabled && (
              <ActionIcon mb={4} variant="subtle" color="gray" aria-label={t.positioning.remove(nameOf(each.person) ?? '')} onClick={() => form.removeListItem('hours', place)}>
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!disabled && others.length > 0 && <PersonPicker label={words.addPerson} people={others} value={null} onChange={(person) => person && form.insertListItem('hours', { person, hours: 4 })} />}
        <Group grow align="flex-end">
          <NumberField label={words.minutes} min={1} max={2400} allowDecimal={false} disabled={disabled} {...form.getInputProps('minutesPerPost')} />
          <NumberField label={`${words.hourCost} (${brand.currency})`} min={0} decimals={currencyDecimals(brand.currency)} disabled={disabled} {...form.getInputProps('hourCost')} />
          <NumberField label={words.least} min={-1} max={1} step={0.05} decimalScale={2} disabled={disabled} {...form.getInputProps('leastRelevance')} />
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
        {!disabled && (
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()} style={{ alignSelf: 'flex-start' }}>
            {words.saveRules}
          </Button>
        )}
      </Stack>
    </form>
  );
}
