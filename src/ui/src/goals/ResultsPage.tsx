import { Anchor, Group, Paper, Progress, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useRead } from '../api';
import type { To } from '../menu';
import { type Column, DataTable, Empty, Figure, formatNumber, Loaded, Page, StatusBadge, useBrand, WithPlan } from '../shared';
import { t } from '../texts';
import { goalTabs, metricFormat } from './goal';

const words = t.foresight.results;
const score = (value: number) => formatNumber(value, 2);

type Group_ = components['schemas']['ObjectiveResults'];
type Result = Group_['results'][number];

export default function ResultsPage() {
  return (
    <Page title={t.goals.title} purpose={words.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Objectives plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function Objectives({ plan }: { plan: string }) {
  const read = useRead(['key-results', plan], () => answer(client.GET('/api/v1/plans/{plan}/key-results', { params: { path: { plan } } })));
  return (
    <Loaded read={read}>
      {(groups) =>
        groups.length === 0 ? (
          <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/goals/alignment' as To }} />
        ) : (
          <Stack gap="lg">
            {groups.map((group) => (
              <ObjectiveSheet key={group.objective ?? 'loose'} group={group} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

const columns = (currency: string): Column<Result>[] => [
  {
    key: 'goal',
    title: t.goals.columns.goal,
    primary: true,
    width: '44%',
    cell: (result) => (
      <div>
        <Anchor c="inherit" fw={400} underline="hover" renderRoot={(props) => <Link to="/goals" search={{ goal: result.goal } as never} {...props} />}>
          {result.goalTitle}
        </Anchor>
        <Text size="xs" c="dimmed" fw={400}>
          {[result.metric.name, result.ownerName].filter(Boolean).join(' · ')}
        </Text>
      </div>
    ),
  },
  { key: 'from', title: words.from, align: 'right', cell: (result) => <Figure value={result.from} format={metricFormat(result.metric, currency)} /> },
  { key: 'now', title: words.now, align: 'right', cell: (result) => <Figure value={result.now} format={metricFormat(result.metric, currency)} /> },
  { key: 'to', title: words.to, align: 'right', cell: (result) => <Figure value={result.to} format={metricFormat(result.metric, currency)} /> },
  {
    key: 'score',
    title: words.score,
    width: 150,
    cell: (result) => (
      <Group gap="xs" wrap="nowrap">
        <Progress value={(result.score ?? 0) * 100} w={70} aria-hidden />
        <Figure value={result.score} format={score} />
      </Group>
    ),
  },
];

function ObjectiveSheet({ group }: { group: Group_ }) {
  const { currency } = useBrand();
  return (
    <Paper withBorder p="md" component="section" aria-label={group.title ?? words.loose}>
      <Group justify="space-between" align="flex-start" mb="xs">
        <div>
          <Text fw={600}>{group.title ?? words.loose}</Text>
          {group.serves && (
            <Text size="sm" c="dimmed">
              {words.serves(group.serves)}
            </Text>
          )}
        </div>
        <Group gap="sm">
          <StatusBadge status={group.status} />
          <Text fw={600}>
            {words.score} <Figure value={group.score} format={score} />
          </Text>
          <Text size="sm" c="dimmed">
            {words.of(group.scored, group.results.length)}
          </Text>
        </Group>
      </Group>
      {group.results.length === 0 ? (
        <Text c="dimmed">{words.none}</Text>
      ) : (
        <DataTable name={group.objective ?? 'loose'} label={group.title ?? words.loose} rows={group.results} columns={columns(currency)} rowKey={(result) => result.target} rowName={(result) => `${result.goalTitle}, ${result.metric.name}`} />
      )}
    </Paper>
  );
}
