import { Group, SegmentedControl, SimpleGrid, Stack } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { trackingTabs } from '../tabs';
import { CardsSkeleton, Empty, Loaded, Page, useBrand, useUrl } from '../shared';
import { t } from '../texts';
import { Attention } from './Attention';
import { ByDay } from './ByDay';
import { ByGroup } from './ByGroup';
import { ByWhat } from './ByWhat';
import { Conversions } from './Conversions';
import { Deals } from './Deals';
import { Dropped } from './Dropped';
import { rangeOf } from './range';
import { Totals } from './Totals';

const words = t.tracking;

export default function TrackingPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const days = url.days && url.days in words.days ? url.days : '30';
  const { from, until } = rangeOf(Number(days), brand.zone);
  const read = useRead(
    ['tracking', brand.id, days],
    () => answer(client.GET('/api/v1/brands/{brand}/tracking', { params: { path: { brand: brand.id }, query: { from, until } } })),
    { keep: true, every: 60_000 },
  );
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs} attention={read.data && read.data.unmatched > 0 && <Attention unmatched={read.data.unmatched} />}>
      <Stack gap="xl">
        <Group>
          <SegmentedControl
            aria-label={words.range}
            value={days}
            onChange={(value) => setUrl({ days: value })}
            data={Object.entries(words.days).map(([value, label]) => ({ value, label }))}
          />
        </Group>
        <Loaded read={read} skeleton={<CardsSkeleton />}>
          {(seen) =>
            seen.total.clicks === 0 && seen.total.conversions === 0 && seen.dropped.length === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/tracking/links' }} />
            ) : (
              <>
                <Totals total={seen.total} />
                <ByDay days={seen.days} />
                <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
                  <ByGroup groups={seen.groups} />
                  <Dropped dropped={seen.dropped} unknown={seen.unknownCodes} />
                </SimpleGrid>
                <ByWhat seen={seen} />
              </>
            )
          }
        </Loaded>
        <Conversions />
        <Deals />
      </Stack>
    </Page>
  );
}
