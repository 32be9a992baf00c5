import { Alert, Button, Progress, Select, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconAlertTriangle } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { currencyDecimals, formatDate, formatMoney, Loaded, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { Section } from './Section';

const words = t.foresight.rules;

type View = components['schemas']['AdvertisingView'];

/** Whether the plan pays for reach: yes up to a ceiling, no, or later; what is spent is held against it. */
export function AdvertisingCard({ plan, open }: { plan: string; open: boolean }) {
  const read = useRead(['advertising', plan], () => answer(client.GET('/api/v1/plans/{plan}/advertising', { params: { path: { plan } } })));
  const mayRun = useMay('runPlan') && open;
  return (
    <Section title={words.advertising}>
      <Loaded read={read}>
        {(view) => (
          <Stack gap="sm" maw={720}>
            <Text c="dimmed">{words.advertisingText}</Text>
            <Standing view={view} />
            {mayRun && <DecideForm plan={plan} currency={view.currency} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Standing({ view }: { view: View }) {
  const money = (amount: number) => formatMoney({ amount, currency: view.currency });
  const { current } = view;
  if (current === null) return <Text>{words.undecided}</Text>;
  return (
    <>
      <Text>
        {words.choices[current.choice]} {current.lookAgainOn && formatDate(current.lookAgainOn)}: {current.reason} ({current.by})
      </Text>
      {current.ceiling != null && (
        <div>
          <Progress value={Math.min(100, (view.used ?? 0) * 100)} color={(view.used ?? 0) >= 0.8 ? 'orange' : 'teal'} aria-label={words.spent(money(view.spent), money(current.ceiling))} />
          <Text size="sm" c="dimmed">
            {words.spent(money(view.spent), money(current.ceiling))}
          </Text>
        </div>
      )}
      {(view.warning ?? (view.lookAgain ? words.lookNow : null)) && (
        <Alert color="yellow" p="sm" icon={<IconAlertTriangle aria-hidden />}>
          {view.warning ?? words.lookNow}
        </Alert>
      )}
      {view.history.length > 1 && (
        <Text size="sm" c="dimmed">
          {words.history}: {view.history.slice(1).map((one) => `${words.choices[one.choice]} (${one.reason})`).join('; ')}
        </Text>
      )}
    </>
  );
}

function DecideForm({ plan, currency }: { plan: string; currency: string }) {
  const form = useForm({ initialValues: { choice: 'no' as keyof typeof words.choices, ceiling: '' as number | '', lookAgainOn: '', reason: '' } });
  const { choice } = form.values;
  const decide = useCommand(
    () =>
      answer(
        client.POST('/api/v1/plans/{plan}/advertising', {
          params: { path: { plan } },
          body: { choice, reason: form.values.reason, ceiling: choice === 'yes' && form.values.ceiling !== '' ? form.values.ceiling : null, lookAgainOn: choice === 'later' ? form.values.lookAgainOn || null : null, currency },
        }),
      ),
    { invalidate: [['advertising', plan], ['campaigns']], done: words.decided, form, onDone: () => form.reset() },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        decide.mutate();
      }}
    >
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
          <Select label={words.choice} data={Object.entries(words.choices).map(([value, label]) => ({ value, label }))} {...form.getInputProps('choice')} />
          {choice === 'yes' && <NumberField label={words.ceiling} suffix={` ${currency}`} min={0} decimals={currencyDecimals(currency)} {...form.getInputProps('ceiling')} />}
          {choice === 'later' && <DateField label={words.lookAgain} {...form.getInputProps('lookAgainOn')} />}
        </SimpleGrid>
        <TextInput label={words.reason} required maxLength={1000} {...form.getInputProps('reason')} />
        <ProblemAlert problem={decide.problem} form={form} />
        <Button type="submit" variant="default" loading={decide.isPending} disabled={!form.values.reason.trim()} style={{ alignSelf: 'flex-end' }}>
          {words.decide}
        </Button>
      </Stack>
    </form>
  );
}
