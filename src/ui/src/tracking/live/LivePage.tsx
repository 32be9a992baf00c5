import { Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { answer, client, type components, useRead } from '../../api';
import { trackingTabs } from '../../tabs';
import { CardsSkeleton, DataTable, Empty, formatNumber, Loaded, Moment, Page, timeOf, useBrand } from '../../shared';
import { t } from '../../texts';
import { hitColumns } from '../events/hitColumns';
import { Shares } from '../Shares';
import classes from './Live.module.css';

type Live = components['schemas']['LiveViewResult'];
const words = t.reports.live;
const whole = (value: number) => formatNumber(value, 0);

function Card({ label, value }: { label: string; value: number }) {
  return (
    <Paper p="md">
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <Text size="xl" fw={600} component="div" className="figures">
        {whole(value)}
      </Text>
    </Paper>
  );
}

/** Thirty minutes, each a stack of what happened in it. */
function Minutes({ live, zone }: { live: Live; zone: string }) {
  const most = Math.max(1, ...live.minutes.map((minute) => minute.clicks + minute.views + minute.events));
  return (
    <figure className={classes.chart}>
      <div className={classes.bars} role="img" aria-label={words.minutes}>
        {live.minutes.map((minute) => (
          <span key={minute.at} className={classes.slot} title={words.minute(timeOf(new Date(minute.at), zone), minute.clicks, minute.views, minute.events)}>
            {(['events', 'views', 'clicks'] as const).map((kind) => (
              <span key={kind} className={classes.bar} data-kind={kind} style={{ height: `${(minute[kind] / most) * 100}%` }} />
            ))}
          </span>
        ))}
      </div>
      <figcaption className={classes.ends}>
        <span>{words.ago}</span>
        <span>{words.now}</span>
        <span className={classes.legend}>
          {(['clicks', 'views', 'events'] as const).map((kind) => (
            <span key={kind}>
              <span className={classes.mark} data-kind={kind} aria-hidden /> {words[kind]}
            </span>
          ))}
        </span>
      </figcaption>
    </figure>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <Title order={2} mb="sm">
        {title}
      </Title>
      {children}
    </section>
  );
}

/** The last half hour, as it comes in. */
export default function LivePage() {
  const brand = useBrand();
  const read = useRead(['live', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/tracking/live', { params: { path: { brand: brand.id } } })), { keep: true, every: 5_000 });
  const rows = (list: Live['links']) => list.map((row) => ({ key: row.name, name: row.name, value: row.hits }));
  const shares = (title: string, head: string, list: Live['links']) => (
    <Part title={title}>{list.length === 0 ? <Text c="dimmed">{words.nothing}</Text> : <Shares label={title} heads={[head, words.times]} rows={rows(list)} />}</Part>
  );
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(live) =>
          live.clicks + live.views + live.events + live.conversions === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/tracking' }} />
          ) : (
            <Stack gap="xl">
              <Text size="sm" c="dimmed">
                {words.at} <Moment at={live.at} zone={brand.zone} />
                {live.isPart && ` · ${words.part(timeOf(new Date(live.since), brand.zone))}`}
              </Text>
              <SimpleGrid cols={{ base: 2, sm: 3, lg: 6 }}>
                <Card label={words.clicks} value={live.clicks} />
                <Card label={words.clickers} value={live.clickers} />
                <Card label={words.visitors} value={live.visitors} />
                <Card label={words.views} value={live.views} />
                <Card label={words.events} value={live.events} />
                <Card label={words.conversions} value={live.conversions} />
              </SimpleGrid>
              <Part title={words.minutes}>
                <Minutes live={live} zone={brand.zone} />
              </Part>
              <SimpleGrid cols={{ base: 1, md: 3 }} spacing="xl">
                {shares(words.links, words.link, live.links)}
                {shares(words.sources, words.source, live.sources)}
                {shares(words.pages, words.page, live.pages)}
              </SimpleGrid>
              <Part title={words.latest}>
                <DataTable name="latest" label={words.latest} rows={live.latest} columns={hitColumns(brand.zone, false)} rowKey={(hit) => hit.id} rowName={(hit) => hit.what} take={15} />
              </Part>
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
