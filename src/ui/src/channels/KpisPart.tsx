import { ActionIcon, Group, Stack, Text } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { NumberField } from '../shared/forms/NumberField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import type { PartProps } from './ChannelPage';
import { useMetricChoices, useSheetCommands } from './useChannels';

const words = t.channels;

export function KpisPart({ channel, disabled }: PartProps) {
  const metrics = useMetricChoices();
  const { kpis } = useSheetCommands(channel);
  const nameOf = (key: string) => metrics.find((metric) => metric.key === key)?.name ?? key;
  const replace = (key: string, target: number | null) => kpis.mutate((now) => now.map((kpi) => (kpi.metric === key ? { ...kpi, target } : kpi)));
  return (
    <Stack gap="sm">
      {channel.kpis.map((kpi) => (
        <Group key={kpi.metric} wrap="nowrap">
          <Text style={{ flex: 1 }}>{nameOf(kpi.metric)}</Text>
          <NumberField
            key={kpi.target}
            aria-label={`${words.target}: ${nameOf(kpi.metric)}`}
            placeholder={words.target}
            defaultValue={kpi.target ?? ''}
            w={140}
            disabled={disabled}
            onBlur={(event) => {
              const text = event.currentTarget.value.replace(/[^0-9.-]/g, '');
              const target = text === '' ? null : Number(text);
              if (target !== (kpi.target ?? null)) replace(kpi.metric, target);
            }}
          />
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.removeKpi(nameOf(kpi.metric))} onClick={() => kpis.mutate((now) => now.filter((other) => other.metric !== kpi.metric))}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && (
        <MetricSelect
          aria-label={words.addKpi}
          placeholder={words.addKpi}
          metrics={metrics.filter((metric) => channel.kpis.every((kpi) => kpi.metric !== metric.key))}
          value={null}
          onChange={(metric) => metric && kpis.mutate((now) => [...now, { metric }])}
        />
      )}
    </Stack>
  );
}
