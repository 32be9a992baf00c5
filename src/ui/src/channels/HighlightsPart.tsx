import { ActionIcon, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconX } from '@tabler/icons-react';
import { answer, client, type components, useCommand } from '../api';
import { currencyDecimals, Day, formatMoney, formatNumber, MemberAvatar, PersonPicker, ProblemAlert, useBrand, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { afterChange, useMetricChoices } from './useChannels';

const words = t.channels;
type Highlight = components['schemas']['ActivationView'];
type NewHighlight = Pick<Highlight, 'title' | 'kind' | 'from' | 'until' | 'mechanics' | 'owner' | 'budget' | 'kpi'>;

/** Dated operations of the channel; the calendar draws them as bands. */
export function HighlightsPart({ channel, disabled }: PartProps) {
  const { people, nameOf } = usePeople();
  const brand = useBrand();
  const metrics = useMetricChoices();
  const form = useForm({
    initialValues: { title: '', kind: 'event' as Highlight['kind'], from: '', until: '', mechanics: '', owner: null as string | null, budget: '' as number | string, metric: null as string | null, target: '' as number | string },
  });
  const post = ({ kpi, ...body }: NewHighlight) => answer(client.POST('/api/v1/activations', { body: { ...body, kpi: kpi ?? undefined, channel: channel.id } }));
  const said = ({ title, kind, from, until, mechanics, owner, budget, metric, target }: typeof form.values): NewHighlight => ({
    title,
    kind,
    from,
    until: until || from,
    mechanics: mechanics.trim() || null,
    owner,
    budget: budget === '' ? null : { amount: Number(budget), currency: brand.currency },
    kpi: metric ? { metric, target: target === '' ? null : Number(target) } : null,
  });
  const add = useCommand((values: typeof form.values) => post(said(values)), {
    form,
    invalidate: afterChange,
    done: ({ title }) => words.added(title),
    onDone: () => form.reset(),
  });
  const remove = useCommand((highlight: Highlight) => answer(client.DELETE('/api/v1/activations/{activation}', { params: { path: { activation: highlight.id } } })), {
    invalidate: afterChange,
    done: ({ title }) => words.removed(title),
    undo: ({ title, kind, from, until, mechanics, owner, budget, kpi }) => post({ title, kind, from, until, mechanics, owner, budget, kpi }),
  });
  return (
    <Stack gap="sm">
      {channel.highlights.map((highlight) => (
        <Group key={highlight.id}>
          <Stack gap={0} style={{ flex: '1 1 200px' }}>
            <Text>{highlight.title}</Text>
            <Text size="xs" c="dimmed">
              {[
                highlight.mechanics,
                highlight.budget && words.budgetOf(formatMoney(highlight.budget)),
                highlight.kpi && `${metrics.find((metric) => metric.key === highlight.kpi?.metric)?.name ?? highlight.kpi.metric}${highlight.kpi.target == null ? '' : `: ${formatNumber(highlight.kpi.target)}`}`,
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </Stack>
          <Text size="xs" c="dimmed">
            {words.kinds[highlight.kind]}
          </Text>
          <Text size="xs">
            <Day date={highlight.from} /> – <Day date={highlight.until} />
          </Text>
          {highlight.owner && <MemberAvatar name={nameOf(highlight.owner)} />}
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.delete(highlight.title)} onClick={() => remove.mutate(highlight)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
          <Group align="flex-end">
            <TextInput label={words.highlightTitle} style={{ flex: 1, minWidth: 180 }} {...form.getInputProps('title')} />
            <Select label={words.kind} data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} w={130} {...form.getInputProps('kind')} />
            <DateField label={words.from} {...form.getInputProps('from')} />
            <DateField label={words.until} {...form.getInputProps('until')} />
            <TextInput label={words.mechanics} style={{ flex: '1 1 180px' }} {...form.getInputProps('mechanics')} />
            <PersonPicker label={words.runBy} people={people} value={form.values.owner} onChange={(id) => form.setFieldValue('owner', id)} />
            <NumberField label={`${words.budget} (${brand.currency})`} min={0} decimals={currencyDecimals(brand.currency)} w={130} {...form.getInputProps('budget')} />
            <MetricSelect label={words.judgedBy} metrics={metrics} clearable {...form.getInputProps('metric')} />
            {form.values.metric && <NumberField label={words.target} w={110} {...form.getInputProps('target')} />}
            <Button type="submit" variant="default" disabled={!form.values.title.trim() || !form.values.from} loading={add.isPending}>
              {words.addHighlight}
            </Button>
          </Group>
          <ProblemAlert problem={add.problem} form={form} />
        </form>
      )}
    </Stack>
  );
}
