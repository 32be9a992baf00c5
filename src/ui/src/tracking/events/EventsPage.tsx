import { Anchor, Badge, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type paths, useRead } from '../../api';
import { DataTable, Loaded, Page, TableSkeleton, useBrand, useUrl } from '../../shared';
import { trackingTabs } from '../../tabs';
import { t } from '../../texts';
import { RangeChoice } from '../parts/RangeChoice';
import { chosenRange, rangeOf } from '../range';
import { ConversionRows } from './ConversionRows';
import { hitColumns } from './hitColumns';

type Query = NonNullable<paths['/api/v1/brands/{brand}/tracking/hits']['get']['parameters']['query']>;
const words = t.reports.events;
const filters = ['group', 'device', 'hour', 'subject', 'page', 'origin', 'campaign', 'name', 'visits', 'dropped'] as const;
const nothing = Object.fromEntries([...filters, 'after', 'title'].map((key) => [key, undefined]));

/** The events behind a figure: which ones, stands in the address. */
export default function EventsPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const of = url.of && url.of in words.of ? url.of : 'clicks';
  // Who comes from a figure brings its days along.
  const { days, ...range } = chosenRange(url.from ? { days: 'chosen', from: url.from, until: url.until ?? rangeOf(1, brand.zone).until } : url, brand.zone);
  const hour = url.hour && /^\d{1,2}$/.test(url.hour) ? Number(url.hour) : undefined;
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Stack gap="md">
        <Group justify="space-between">
          <SegmentedControl styles={{ label: { paddingInline: 6 } }} aria-label={words.kind} value={of} onChange={(value) => setUrl({ ...nothing, of: value })} data={Object.entries(words.of).map(([value, label]) => ({ value, label }))} />
          <RangeChoice days={days} {...range} onChange={(chosen) => setUrl({ ...chosen, after: undefined })} />
        </Group>
        <Chips />
        {of === 'conversions' ? (
          <ConversionRows from={range.from} until={range.until} />
        ) : (
          <Hits
            query={{
              of: of as Query['of'],
              ...range,
              subject: url.subject,
              group: url.group as Query['group'],
              device: url.device as Query['device'],
              hour,
              page: url.page,
              origin: url.origin,
              campaign: url.campaign,
              name: url.name,
              visitsOnly: url.visits === 'yes' || undefined,
              dropped: url.dropped === 'yes' || undefined,
            }}
          />
        )}
        <Anchor underline="always" renderRoot={(props) => <Link to="/tracking" {...props} />}>
          {words.back}
        </Anchor>
      </Stack>
    </Page>
  );
}

/** What the list is narrowed to, and the way out of it. */
function Chips() {
  const [url, setUrl] = useUrl();
  const set = filters.filter((key) => url[key]);
  if (set.length === 0) return null;
  const say = (key: (typeof filters)[number], value: string) => {
    if (key === 'visits' || key === 'dropped') return words.chips[key];
    if (key === 'group') return words.chips.group(t.tracking.groups[value] ?? value);
    if (key === 'device') return words.chips.device(t.reports.devices[value] ?? value);
    if (key === 'subject') return words.chips.subject(url.title ?? words.chosen);
    return words.chips[key](value);
  };
  return (
    <Group gap="xs">
      <Text size="sm">{words.only}</Text>
      {set.map((key) => (
        <Badge key={key} variant="default" tt="none" size="lg" maw="100%">
          {say(key, url[key] ?? '')}
        </Badge>
      ))}
      <Button variant="subtle" size="compact-sm" onClick={() => setUrl(nothing)}>
        {words.clear}
      </Button>
    </Group>
  );
}

function Hits({ query }: { query: Query }) {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const read = useRead(['hits', brand.id, query, url.after], () => answer(client.GET('/api/v1/brands/{brand}/tracking/hits', { params: { path: { brand: brand.id }, query: { ...query, after: url.after } } })), { keep: true });
  const file = new URLSearchParams(Object.entries(query).flatMap(([key, value]) => (value === undefined || value === null ? [] : [[key, String(value)]])));
  return (
    <Loaded read={read} skeleton={<TableSkeleton />}>
      {(page) => (
        <Stack gap="sm">
          <DataTable name="events" label={words.title} rows={page.items} columns={hitColumns(brand.zone, query.dropped === true)} rowKey={(hit) => hit.id} rowName={(hit) => hit.what} take={50} empty={<Text c="dimmed">{words.none}</Text>} />
          <Group>
            {url.after && (
              <Button variant="default" onClick={() => setUrl({ after: undefined })}>
                {words.newest}
              </Button>
            )}
            {page.after && (
              <Button variant="default" onClick={() => setUrl({ after: page.after ?? undefined }, true)}>
                {words.older}
              </Button>
            )}
            {page.items.length > 0 && (
              <Button component="a" variant="subtle" href={`/api/v1/brands/${brand.id}/tracking/hits/export?${file}`} download>
                {words.csv}
              </Button>
            )}
          </Group>
        </Stack>
      )}
    </Loaded>
  );
}
