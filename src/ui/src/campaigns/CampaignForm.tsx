import { Anchor, Button, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { currencyDecimals, PersonPicker, ProblemAlert, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { fromField, toField } from '../shared/forms/metricFields';
import { hintsBelow } from '../shared/forms/order';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { KpiFields } from './KpiFields';
import { type Campaign, type Kind, type Paid, useChannels, useGoals, useKinds, useMetrics, useSaveCampaign } from './useCampaigns';

const words = t.campaigns;

export interface KpiValue {
  metric: string;
  target: number | '';
}

interface Props {
  plan: string;
  /** The campaign that is changed; a new one without. */
  campaign?: Campaign;
  paid: Paid;
  onDone: (saved: Campaign) => void;
}

/** Everything that is said of a campaign. What is paid for is out of reach, with the reason, until the plan has decided for it. */
export function CampaignForm({ plan, campaign, paid, onDone }: Props) {
  const { people } = usePeople();
  const goals = useGoals(plan);
  const channels = useChannels(plan);
  const metrics = useMetrics();
  const kinds = useKinds();
  const metricOf = (key: string) => metrics.find((metric) => metric.key === key);
  const form = useForm({
    initialValues: {
      name: campaign?.name ?? '',
      kind: campaign?.kind ?? ('content' as Kind),
      from: campaign?.from ?? '',
      until: campaign?.until ?? '',
      owner: campaign?.owner ?? null,
      goals: campaign?.goals ?? [],
      channels: campaign?.channels ?? [],
      // A rate shows as per cent once the metric is known; until then nothing is typed.
      kpis: (campaign?.kpis.map(({ metric, target }) => ({ metric, target: toField.value(target, metricOf(metric)) })) ?? null) as KpiValue[] | null,
      budget: (campaign?.budget?.amount ?? '') as number | '',
      tag: campaign?.tag ?? '',
      about: campaign?.about ?? '',
    },
    validate: { name: (value) => (value.trim() === '' ? words.nameMissing : null) },
  });
  const save = useSaveCampaign(plan, campaign, form, onDone);
  const { kind } = form.values;
  const proposed = kinds.find((one) => one.kind === kind)?.metrics ?? [];
  const kpis = form.values.kpis ?? proposed.map((metric) => ({ metric, target: '' as const }));
  const showsPaid = paid.allowed || campaign?.paid === true;
  const send = (values: typeof form.values) =>
    save.mutate({
      name: values.name,
      kind: values.kind,
      from: values.from || null,
      until: values.until || values.from || null,
      owner: values.owner,
      goals: values.goals,
      channels: values.channels,
      kpis: kpis.map(({ metric, target }) => ({ metric, target: fromField(target, metricOf(metric)) })),
      budget: values.budget === '' ? null : { amount: values.budget, currency: campaign?.budget?.currency ?? paid.currency },
      tag: values.tag || null,
      about: values.about || null,
    });
  return (
    <form noValidate onSubmit={form.onSubmit(send)}>
      <Stack gap="sm">
        <TextInput label={words.name} withAsterisk maxLength={120} data-autofocus {...form.getInputProps('name')} />
        <Select
          label={words.kind}
          description={words.kindHints[kind]}
          inputWrapperOrder={hintsBelow}
          allowDeselect={false}
          data={(Object.keys(words.kinds) as Kind[]).map((value) => (value === 'advertising' && !showsPaid ? { value, label: words.kindClosed(words.kinds[value]), disabled: true } : { value, label: words.kinds[value] }))}
          {...form.getInputProps('kind')}
        />
        <Group grow align="flex-start">
          <DateField label={words.from} {...form.getInputProps('from')} />
          <DateField label={words.until} {...form.getInputProps('until')} />
        </Group>
        <MultiSelect label={words.goals} searchable clearable data={goals.map((goal) => ({ value: goal.id, label: goal.title }))} {...form.getInputProps('goals')} />
        <MultiSelect label={words.channels} clearable data={channels} {...form.getInputProps('channels')} />
        <PersonPicker label={words.owner} people={people} value={form.values.owner} onChange={(owner) => form.setFieldValue('owner', owner)} error={form.errors.owner} />
        {showsPaid ? (
          <NumberField label={words.budget} suffix={` ${paid.currency}`} min={0} decimals={currencyDecimals(paid.currency)} {...form.getInputProps('budget')} />
        ) : (
          <Decision paid={paid} />
        )}
        <KpiFields kpis={kpis} metrics={metrics} onChange={(next) => form.setFieldValue('kpis', next)} error={form.errors.kpis} proposed={proposed} kind={kind} />
        <Textarea label={words.about} autosize minRows={2} maxLength={4000} {...form.getInputProps('about')} />
        <TextInput label={words.tag} description={words.tagHint} inputWrapperOrder={hintsBelow} maxLength={100} {...form.getInputProps('tag')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {campaign ? words.save : words.add}
        </Button>
      </Stack>
    </form>
  );
}

/** Why nothing paid can be planned, and where that is decided. */
export function Decision({ paid }: { paid: Paid }) {
  const said = paid.choice === 'no' ? words.advertising.no : paid.choice === 'later' && paid.lookAgainOn ? words.advertising.later(paid.lookAgainOn) : words.advertising.none;
  return (
    <Text size="sm" c="dimmed">
      {said} <Anchor size="sm" underline="always" renderRoot={(props) => <Link to="/goals/rules" {...props} />}>{words.decide}</Anchor>
    </Text>
  );
}
