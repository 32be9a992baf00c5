import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, client, type components, useRead } from '../../api';
import { BarsOverTime, CardsSkeleton, type Column, DataTable, Day, Figure, formatDate, formatNumber, formatPercent, Loaded, useBrand, useUrl } from '../../shared';
import { t } from '../../texts';
import { RangeChoice } from '../parts/RangeChoice';
import { NothingInRange } from '../parts/NothingInRange';
import { chosenRange, dayIn } from '../range';
import { Shares } from '../Shares';

type Seen = components['schemas']['SiteOverviewView'];
type DayOfSite = Seen['days'][number];
const words = t.sites;
const whole = (value: number) => formatNumber(value, 0);

const columns: Column<DayOfSite>[] = [
  { key: 'day', title: t.tracking.day, cell: (row) => <Day date={row.day} />, sort: (row) => row.day },
  { key: 'visits', title: words.visits, align: 'right', cell: (row) => <Figure value={row.visits} format={whole} />, sort: (row) => row.visits },
  { key: 'views', title: words.views, align: 'right', cell: (row) => <Figure value={row.views} format={whole} />, sort: (row) => row.views },
  { key: 'dropped', title: t.tracking.notCounted, align: 'right', cell: (row) => <Figure value={row.dropped} format={whole} />, sort: (row) => row.dropped },
];

function Card({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div">
        {children}
      </Text>
    </Paper>
  );
}

function Parts({ title, heads, rows }: { title: string; heads: [string, string]; rows: { key: string; name: string; value: number; see?: Record<string, string> }[] }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {rows.length === 0 ? <Text c="dimmed">{words.nothing}</Text> : <Shares label={title} heads={heads} rows={rows.slice(0, 12)} />}
    </section>
  );
}

/** Visits and page views of the own site: how many, from where, to which pages. */
export function SiteNumbers({ first, last }: { first: string; last: string }) {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const { days, ...range } = chosenRange(url, brand.zone);
  const read = useRead(
    ['site-visits', brand.id, days ?? `${range.from}/${range.until}`],
    () => answer(client.GET('/api/v1/brands/{brand}/site/visits', { params: { path: { brand: brand.id }, query: range } })),
    { keep: true, every: 30_000 },
  );
  const rows = (list: Seen['pages'], of: 'hits' | 'visits', see: (name: string) => Record<string, string>) => list.map((row) => ({ key: row.name, name: row.name, value: row[of], see: { ...see(row.name), ...range } }));
  return (
    <Stack gap="xl">
      <RangeChoice days={days} {...range} onChange={setUrl} />
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(seen) =>
          seen.views === 0 && seen.events.length === 0 && seen.days.every((day) => day.visits === 0 && day.dropped === 0) ? (
            <NothingInRange {...range} first={dayIn(brand.zone, new Date(first))} last={dayIn(brand.zone, new Date(last))} text={t.tracking.quiet.site} />
          ) : (
            <Stack gap="xl">
              <SimpleGrid cols={{ base: 2, sm: 4 }}>
                <Card label={words.visits}>
                  <Figure value={seen.visits} format={whole} />
                </Card>
                <Card label={words.views}>
                  <Figure value={seen.views} format={whole} />
                </Card>
                <Card label={words.socialVisits}>
                  <Figure value={seen.socialVisits} format={whole} />
                </Card>
                <Card label={words.socialShare}>
                  <Figure value={seen.socialShare?.value} format={formatPercent} n={seen.visits} reason={words.noVisits} />
                </Card>
              </SimpleGrid>
              <BarsOverTime
                title={words.byDay}
                say={whole}
                bars={seen.days.map((day) => ({ date: day.day, value: day.visits, label: words.dayLabel(formatDate(day.day), whole(day.visits), whole(day.views)) }))}
                table={<DataTable name="days" label={words.byDay} rows={seen.days} columns={columns} rowKey={(row) => row.day} rowName={(row) => formatDate(row.day)} firstSort="-day" take={31} />}
              />
              <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
                <Parts title={words.byGroup} heads={[t.tracking.group, words.visits]} rows={seen.groups.map((row) => ({ key: row.group, name: t.tracking.groups[row.group] ?? row.group, value: row.visits, see: { of: 'views', visits: 'yes', group: row.group, ...range } }))} />
                <Parts title={words.byOrigin} heads={[words.origin, words.visits]} rows={rows(seen.origins, 'visits', (origin) => ({ of: 'views', visits: 'yes', origin }))} />
                <Parts title={words.byPage} heads={[words.page, words.views]} rows={rows(seen.pages, 'hits', (page) => ({ of: 'views', page }))} />
                <Parts title={words.byEvent} heads={[words.event, words.times]} rows={rows(seen.events, 'hits', (name) => ({ of: 'events', name }))} />
                {seen.campaigns.length > 0 && <Parts title={words.byCampaign} heads={[words.campaign, words.visits]} rows={rows(seen.campaigns, 'visits', (campaign) => ({ of: 'views', visits: 'yes', campaign }))} />}
              </SimpleGrid>
            </Stack>
          )
        }
      </Loaded>
    </Stack>
  );
}
