import { Button, Stack, Text, Title } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { trackingTabs } from '../../tabs';
import { type Column, DataTable, Empty, Figure, formatDate, formatNumber, Loaded, Moment, Page, useBrand, useMay, useUrl } from '../../shared';
import { t } from '../../texts';
import { RangeChoice } from '../parts/RangeChoice';
import { chosenRange } from '../range';
import { Shares } from '../Shares';
import { Recounts } from './Recounts';
import { Sorting } from './Sorting';

type Agent = components['schemas']['DroppedAgent'];
const words = t.sites.dropped;
const whole = (value: number) => formatNumber(value, 0);
const reasonOf = (row: Agent) => t.tracking.outcomes[row.reason] ?? row.reason;
const nameOf = (row: Agent) => [row.host, row.agent ?? (row.host ? null : row.reason === 'expired' ? words.people : words.noAgent)].filter((part) => part).join(': ');
const cannotCount = ['overload', 'optedOut', 'unknownLink', 'expired'];

/** What does not count, why, and the way back for what should. */
export default function DroppedPage() {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const [url, setUrl] = useUrl();
  const { from, until, days } = chosenRange(url, brand.zone);
  const all = [['dropped', brand.id], ['recounts', brand.id], ['tracking', brand.id], ['site-visits', brand.id], ['funnel']];
  const read = useRead(['dropped', brand.id, days ?? `${from}/${until}`], () => answer(client.GET('/api/v1/brands/{brand}/tracking/dropped', { params: { path: { brand: brand.id }, query: { from, until } } })), { keep: true, every: 60_000 });
  const count = useCommand((row: Agent) => answer(client.POST('/api/v1/brands/{brand}/tracking/recounts', { params: { path: { brand: brand.id } }, body: { reason: row.reason, agent: row.agent, from, until } })), {
    invalidate: all,
    done: (_, recount) => words.counted(recount.clicks + recount.siteEvents),
    undo: (_, recount) => answer(client.POST('/api/v1/recounts/{recount}/undo', { params: { path: { recount: recount.id } } })),
  });
  const columns: Column<Agent>[] = [
    { key: 'agent', title: words.agent, primary: true, width: '38%', sort: nameOf, cell: (row) => <span style={{ overflowWrap: 'anywhere', display: 'inline-block', minWidth: 160 }}>{nameOf(row)}</span> },
    { key: 'reason', title: t.tracking.reason, width: '20%', cell: reasonOf, sort: reasonOf },
    { key: 'clicks', title: words.clicks, align: 'right', cell: (row) => <Figure value={row.clicks} format={whole} />, sort: (row) => row.clicks },
    { key: 'events', title: words.events, align: 'right', cell: (row) => <Figure value={row.siteEvents} format={whole} />, sort: (row) => row.siteEvents },
    { key: 'last', title: words.last, hideBelow: 960, cell: (row) => <Moment at={row.last} zone={brand.zone} />, sort: (row) => row.last },
    {
      key: 'count',
      title: words.countThese,
      hideTitle: true,
      align: 'right',
      cell: (row) =>
        may &&
        row.agent &&
        !cannotCount.includes(row.reason) && (
          <Button variant="subtle" color="gray" size="compact-sm" onClick={() => count.mutate(row)} disabled={count.isPending}>
            {words.countThese}
          </Button>
        ),
    },
  ];
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Stack gap="xl">
        <RangeChoice days={days} from={from} until={until} onChange={setUrl} />
        <Loaded read={read}>
          {(seen) =>
            seen.reasons.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/tracking' }} />
            ) : (
              <Stack gap="xl">
                <section>
                  <Title order={2} mb="sm">
                    {words.byReason}
                  </Title>
                  <Shares label={words.byReason} heads={[t.tracking.reason, t.tracking.hits]} rows={seen.reasons.map(({ outcome, hits }) => ({ key: outcome, name: t.tracking.outcomes[outcome] ?? outcome, value: hits }))} />
                </section>
                <section>
                  <Title order={2} mb="sm">
                    {words.byAgent}
                  </Title>
                  <DataTable
                    name="agents"
                    label={words.byAgent}
                    rows={seen.agents}
                    columns={columns}
                    searchText={(row) => `${nameOf(row)} ${reasonOf(row)}`}
                    rowKey={(row) => `${row.reason} ${row.agent ?? ''} ${row.host ?? ''}`}
                    rowName={nameOf}
                    take={25}
                    empty={<Text c="dimmed">{t.sites.nothing}</Text>}
                  />
                  {seen.agentsFrom !== seen.from && (
                    <Text size="xs" c="dimmed">
                      {words.agentsFrom(formatDate(seen.agentsFrom))}
                    </Text>
                  )}
                </section>
              </Stack>
            )
          }
        </Loaded>
        <Recounts invalidate={all} />
        <Sorting />
      </Stack>
    </Page>
  );
}
