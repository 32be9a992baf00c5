import { Group, SimpleGrid, Stack } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
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
import { Compare } from './parts/Compare';
import { CompareWith } from './parts/CompareWith';
import { HoursAndDevices } from './parts/HoursAndDevices';
import { NothingInRange } from './parts/NothingInRange';
import { Stages } from './parts/Stages';
import { RangeChoice } from './parts/RangeChoice';
import { chosenRange, isRange } from './range';
import { Totals } from './Totals';

const words = t.tracking;

export default function TrackingPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const go = useNavigate();
  const { from, until, days } = chosenRange(url, brand.zone);
  const comparing = url.with && url.with !== 'none' && url.with in t.reports.compare.ways;
  const read = useRead(
    ['tracking', brand.id, days ?? `${from}/${until}`],
    () => answer(client.GET('/api/v1/brands/{brand}/tracking', { params: { path: { brand: brand.id }, query: { from, until } } })),
    { keep: true, every: 60_000 },
  );
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs} attention={read.data && read.data.unmatched > 0 && <Attention unmatched={read.data.unmatched} />}>
      <Stack gap="xl">
        <Group justify="space-between" align="flex-end">
          <RangeChoice days={days} from={from} until={until} onChange={setUrl} />
          <CompareWith />
        </Group>
        <Loaded read={read} skeleton={<CardsSkeleton />}>
          {(seen) =>
            seen.total.clicks === 0 && seen.total.conversions === 0 && seen.dropped.length === 0 ? (
              seen.first && seen.last ? (
                <NothingInRange from={from} until={until} first={seen.first} last={seen.last} text={words.quiet.visits} />
              ) : (
                <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, onClick: () => void go({ to: '/tracking/links', search: { add: 'link' } as never }) }} />
              )
            ) : (
              <>
                <Totals total={seen.total} from={from} until={until} />
                {comparing && <Compare from={from} until={until} />}
                <Stages from={from} until={until} />
                <ByDay days={seen.days} />
                <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
                  <ByGroup groups={seen.groups} from={from} until={until} />
                  <Dropped dropped={seen.dropped} clicks={seen.total.clicks} unknown={seen.unknownCodes} />
                </SimpleGrid>
                <HoursAndDevices from={from} until={until} />
                <ByWhat seen={seen} />
              </>
            )
          }
        </Loaded>
        {isRange(from, until) && <Conversions from={from} until={until} />}
        <Deals />
      </Stack>
    </Page>
  );
}
