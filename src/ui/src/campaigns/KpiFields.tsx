import { ActionIcon, Button, Group, Input, Stack } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { toField } from '../shared/forms/metricFields';
import { hintsBelow } from '../shared/forms/order';
import { NumberField } from '../shared/forms/NumberField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import type { KpiValue } from './CampaignForm';
import type { Kind, Metric } from './useCampaigns';

const words = t.campaigns;
const most = 8;

interface Props {
  kpis: KpiValue[];
  metrics: Metric[];
  onChange: (kpis: KpiValue[]) => void;
  error?: ReactNode;
  /** What fits the kind. */
  proposed: string[];
  kind: Kind;
}

/** The numbers a campaign is judged by, each with its target. */
export function KpiFields({ kpis, metrics, onChange, error, proposed, kind }: Props) {
  const set = (place: number, next: Partial<KpiValue>) => onChange(kpis.map((kpi, i) => (i === place ? { ...kpi, ...next } : kpi)));
  const nameOf = (key: string) => metrics.find((metric) => metric.key === key)?.name ?? key;
  const free = metrics.filter((metric) => metric.enabled && !kpis.some((kpi) => kpi.metric === metric.key));
  const fits = proposed.every((metric) => kpis.some((kpi) => kpi.metric === metric));
  return (
    <Input.Wrapper label={words.kpis} description={words.kpisHint} error={error} labelElement="div" inputWrapperOrder={hintsBelow}>
      <Stack gap="xs" mt={4}>
        {kpis.map((kpi, place) => {
          const metric = metrics.find((one) => one.key === kpi.metric);
          return (
            <Group key={kpi.metric} gap="xs" wrap="nowrap">
              <MetricSelect
                flex={1}
                aria-label={words.kpi}
                allowDeselect={false}
                metrics={metric ? [{ ...metric, enabled: true }, ...free] : free}
                fitting={proposed}
                value={kpi.metric}
                onChange={(next) => next && set(place, { metric: next, target: '' })}
              />
              <NumberField
                w={120}
                aria-label={`${nameOf(kpi.metric)}: ${words.target}`}
                placeholder={words.target}
                suffix={toField.suffix(metric)}
                value={kpi.target}
                onChange={(target) => set(place, { target: typeof target === 'number' ? target : '' })}
              />
              <ActionIcon variant="subtle" color="gray" aria-label={words.removeKpi(nameOf(kpi.metric))} onClick={() => onChange(kpis.filter((_, i) => i !== place))}>
                <IconX size={16} />
              </ActionIcon>
            </Group>
          );
        })}
        <Group gap="xs">
          {kpis.length < most && free[0] && (
            <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => onChange([...kpis, { metric: free[0]!.key, target: '' }])}>
              {words.addKpi}
            </Button>
          )}
          {!fits && (
            <Button size="compact-sm" variant="subtle" onClick={() => onChange(proposed.map((metric) => kpis.find((kpi) => kpi.metric === metric) ?? { metric, target: '' }))}>
              {words.propose(words.kinds[kind])}
            </Button>
          )}
        </Group>
      </Stack>
    </Input.Wrapper>
  );
}
