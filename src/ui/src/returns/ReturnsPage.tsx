import { Anchor, Group, SegmentedControl, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Day, Empty, formatDate, Loaded, Page, useBrand, useMay, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { Cycles } from './Cycles';
import { Increase } from './Increase';
import { Kinds } from './Kinds';
import { Missing } from './Missing';
import { PartsTable } from './PartsTable';
import { type Returns, returnsTabs } from './returns';
import { Ranking } from './Ranking';
import { firstDay } from './range';
import { TotalCards } from './TotalCards';

const words = t.returns;
const groups = { goal: 'goals', channel: 'channels', campaign: 'campaigns', theme: 'themes' } as const;
type By = keyof typeof groups;

export default function ReturnsPage() {
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={returnsTabs}>
      <WithPlan skeleton={<CardsSkeleton />}>{(plan) => <Overview plan={plan.id} />}</WithPlan>
    </Page>
  );
}

const isEmpty = (view: Returns) => view.total.minutes === 0 && view.total.paid.amount === 0 && view.total.conversions === 0 && view.unattributed === 0 && view.others.length === 0;

function Overview({ plan }: { plan: string }) {
  const brand = useBrand();
  const mayCosts = useMay('seeCosts');
  const [url, setUrl] = useUrl();
  const days = url.days && url.days in words.ranges ? url.days : 'all';
  const by: By = url.by && url.by in groups ? (url.by as By) : 'goal';
  const from = days === 'all' ? undefined : firstDay(Number(days), brand.zone);
  const read = useRead(['returns', plan, 'page', days], () => answer(client.GET('/api/v1/plans/{plan}/returns', { params: { path: { plan }, query: { from } } })), { keep: true });
  const never = read.data !== undefined && isEmpty(read.data) && days === 'all';
  return (
    <Stack gap="xl">
      {!never && (
        <Group justify="space-between">
          <SegmentedControl aria-label={words.range} value={days} onChange={(value) => setUrl({ days: value === 'all' ? undefined : value })} data={Object.entries(words.ranges).map(([value, label]) => ({ value, label }))} />
          {read.data && (
            <Text c="dimmed" size="sm">
              <Day date={read.data.from} /> – <Day date={read.data.until} />
            </Text>
          )}
        </Group>
      )}
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(view) =>
          never ? (
            <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/returns/time' as never }} />
          ) : isEmpty(view) ? (
            <Empty title={words.quietTitle} text={words.quiet(formatDate(view.from), formatDate(view.until))} action={{ label: words.quietAction, onClick: () => setUrl({ days: undefined }) }} />
          ) : (
            <Stack gap="xl">
              <TotalCards view={view} />
              <Text size="xs" c="dimmed">
                {words.credited(t.creditLine.models[view.model] ?? view.model, view.lookBackDays)}{' '}
                <Anchor size="xs" underline="always" renderRoot={(props) => <Link to={'/tracking/credit' as never} search={{ only: 'plan', by } as never} {...props} />}>
                  {words.seeCredit}
                </Anchor>
              </Text>
              <Missing view={view} />
              <section>
                <Group justify="space-between" mb="sm">
                  <Title order={2}>{words.parts}</Title>
                  <SegmentedControl size="xs" aria-label={words.partsBy} value={by} onChange={(value) => setUrl({ by: value === 'goal' ? undefined : value })} data={Object.entries(words.bys).map(([value, label]) => ({ value, label }))} />
                </Group>
                <PartsTable name={by} label={words.bys[by] ?? ''} rows={view[groups[by]]} withheld={view.labourWithheld} />
                <Text size="xs" c="dimmed" mt="xs">
                  {words.partsHint}
                </Text>
              </section>
              {mayCosts && <Ranking plan={plan} by={by} />}
              <Kinds view={view} />
              <Increase plan={plan} />
              {view.cycles.length > 1 && <Cycles cycles={view.cycles} />}
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
