import { ActionIcon, Group, Paper, Stack, Tabs, Text } from '@mantine/core';
import { IconClockExclamation, IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { answer, client, useCommand } from '../api';
import { Difference, Figure, formatDate, PaceBar, StatusBadge, StatusMark, useBrand } from '../shared';
import { t } from '../texts';
import { ChanceLine } from './ChanceLine';
import { goalKeys, metricFormat, type Target, toneOf } from './goal';
import { SeriesTable } from './SeriesTable';
import { TargetForm } from './TargetForm';
import { TargetRules } from './TargetRules';

const words = t.goals.target;
const PaceChart = lazy(() => import('./PaceChart'));

/** One number of a goal: now, expected, target, chance; the way it went; how it is judged. */
export function TargetCard({ target, mayEdit }: { target: Target; mayEdit: boolean }) {
  const [editing, setEditing] = useState(false);
  const remove = useCommand(() => answer(client.DELETE('/api/v1/kpi-targets/{target}', { params: { path: { target: target.id } } })), {
    invalidate: goalKeys.map((key) => [...key]),
    done: words.removed,
  });
  if (editing) return <TargetForm goal={target.goal} target={target} onDone={() => setEditing(false)} />;
  const name = `${target.metric.name}: ${words.types[target.sheet.type]}`;
  return (
    <Paper withBorder p="md">
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Group gap="sm">
            <Text fw={600}>{target.metric.name}</Text>
            {target.pace && <StatusBadge status={target.pace.status} />}
            {target.stale && (
              <StatusMark tone="warn" icon={IconClockExclamation}>
                {words.stale}
              </StatusMark>
            )}
          </Group>
          {mayEdit && (
            <Group gap={4} wrap="nowrap">
              <ActionIcon variant="subtle" color="gray" aria-label={`${words.edit}: ${name}`} onClick={() => setEditing(true)}>
                <IconPencil size={16} />
              </ActionIcon>
              <ActionIcon variant="subtle" color="gray" aria-label={`${t.actions.remove}: ${name}`} loading={remove.isPending} onClick={() => remove.mutate()}>
                <IconTrash size={16} />
              </ActionIcon>
            </Group>
          )}
        </Group>
        <Standing target={target} />
        <Way target={target} />
        <TargetRules target={target} mayEdit={mayEdit} />
      </Stack>
    </Paper>
  );
}

function Standing({ target }: { target: Target }) {
  const { currency } = useBrand();
  const format = metricFormat(target.metric, currency);
  const { sheet, pace } = target;
  if (!pace) return null;
  const falling = sheet.type === 'decreaseTo' || sheet.type === 'stayAtOrBelow';
  const apart = pace.actual != null && pace.expected != null ? (falling ? pace.expected - pace.actual : pace.actual - pace.expected) : null;
  return (
    <Stack gap={6}>
      <Text>
        {words.types[sheet.type]} {sheet.target != null && format(sheet.target)} {sheet.high != null && `– ${format(sheet.high)} `}
        {sheet.thresholds?.map((threshold) => `${threshold.atLeast} ${threshold.metric.replaceAll('_', ' ')}`).join(', ')} {sheet.baseline != null && words.from(format(sheet.baseline))}{' '}
        {sheet.deadline && words.due(formatDate(sheet.deadline))}
      </Text>
      {target.items ? (
        <Text>
          {words.of(target.items.passed, target.items.judged)}
          {target.items.pending > 0 && `; ${words.pending(target.items.pending)}`}
        </Text>
      ) : (
        <Group gap="lg">
          <Text>
            {t.goals.columns.now} <Figure value={pace.actual} format={format} reason={pace.why ?? undefined} />
          </Text>
          <Text>
            {t.goals.columns.expected} <Figure value={pace.expected} format={format} reason={pace.why ?? undefined} />
          </Text>
          <Difference value={apart} format={format} reason={pace.why ?? undefined} />
        </Group>
      )}
      {sheet.target != null && !target.items && <PaceBar from={sheet.baseline ?? 0} now={pace.actual ?? null} expected={pace.expected ?? null} target={sheet.target} format={format} tone={toneOf(pace.status)} />}
      {pace.required != null && pace.runRate != null && <Text size="sm">{`${t.goals.detail.rate}: ${t.goals.detail.need(format(pace.required), format(pace.runRate))}`}</Text>}
      {pace.projected != null && pace.until && <Text size="sm">{t.goals.detail.projected(format(pace.projected), formatDate(pace.until))}</Text>}
      {pace.why && (
        <Text size="sm" c="dimmed">
          {pace.why}
        </Text>
      )}
      {target.attainability && <ChanceLine attainability={target.attainability} />}
    </Stack>
  );
}

function Way({ target }: { target: Target }) {
  if (target.items) return null;
  if (target.series.length === 0) {
    return (
      <Text size="sm" c="dimmed">
        {words.noSeries}
      </Text>
    );
  }
  return (
    <Tabs defaultValue="chart" keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="chart">{words.chart}</Tabs.Tab>
        <Tabs.Tab value="table">{words.table}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="chart" pt="sm">
        <Suspense fallback={<div style={{ height: 200 }} />}>
          <PaceChart target={target} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="table" pt="sm">
        <SeriesTable target={target} />
      </Tabs.Panel>
    </Tabs>
  );
}
