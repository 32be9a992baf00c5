import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Day, Empty, Figure, formatNumber, formatPercent, Loaded, MoneySums, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { DealDialog } from './DealDialog';
import { rangeOf } from './range';
import { placeNames, usePlaceChoices } from './usePlaceNames';

type Deal = components['schemas']['DealView'];
const words = t.tracking.deals;
const whole = (value: number) => formatNumber(value, 0);

const columnsWith = (forWhat: (deal: Deal) => string | undefined): Column<Deal>[] => [
  { key: 'code', title: words.code, primary: true, cell: (deal) => deal.code, sort: (deal) => deal.code },
  {
    key: 'name',
    title: words.name,
    width: '34%',
    sort: (deal) => deal.title,
    cell: (deal) => (
      <div style={{ minWidth: 150 }}>
        {deal.title}
        {forWhat(deal) && (
          <Text size="xs" c="dimmed">
            {forWhat(deal)}
          </Text>
        )}
      </div>
    ),
  },
  {
    key: 'until',
    title: words.valid,
    cell: (deal) => (
      <div>
        <div style={{ whiteSpace: 'nowrap' }}>
          <Day date={deal.from} /> –
        </div>
        <div style={{ whiteSpace: 'nowrap' }}>
          <Day date={deal.until} />
        </div>
      </div>
    ),
    sort: (deal) => deal.until,
  },
  { key: 'orders', title: words.orders, align: 'right', cell: (deal) => <Figure value={deal.orders} format={whole} />, sort: (deal) => deal.orders },
  {
    key: 'redemption',
    title: words.redemption,
    align: 'right',
    hideBelow: 720,
    cell: (deal) => <Figure value={deal.redemption?.value} format={formatPercent} n={deal.issued ?? undefined} reason={words.notIssued} />,
    sort: (deal) => deal.redemption?.value,
  },
  { key: 'revenue', title: t.funnel.revenue, align: 'right', cell: (deal) => <MoneySums sums={deal.revenue} /> },
];

/** Offers with a code: they tell where orders come from, also when nobody clicked. */
export function Deals() {
  const brand = useBrand();
  const mayMake = useMay('writePosts');
  const [url, setUrl] = useUrl();
  const read = useRead(['deals', brand.id], () => answer(client.GET('/api/v1/deals', { params: { query: { brand: brand.id } } })));
  const choices = usePlaceChoices();
  const columns = columnsWith((deal) => placeNames(deal.place, choices).find((name) => name.title)?.title);
  const changed = read.data?.find((deal) => deal.id === url.deal);
  const add = () => setUrl({ add: 'deal' }, true);
  const today = rangeOf(1, brand.zone).from;
  const until = (deal: Deal, day: string) => answer(client.POST('/api/v1/deals/{deal}/end', { params: { path: { deal: deal.id } }, body: { until: day } }));
  const end = useCommand((deal: Deal) => until(deal, today), { invalidate: [['deals', brand.id]], done: (deal) => words.ended(deal.code), undo: (deal) => until(deal, deal.until) });
  const verbs: Column<Deal> = {
    key: 'end',
    title: words.end,
    hideTitle: true,
    align: 'right',
    cell: (deal) => (
      <Group gap="xs" justify="flex-end" wrap="nowrap">
        <Button variant="subtle" color="gray" size="compact-sm" aria-label={words.changeOf(deal.code)} onClick={() => setUrl({ deal: deal.id }, true)}>
          {words.change}
        </Button>
        {deal.from <= today && deal.until > today && (
          <Button variant="subtle" color="gray" size="compact-sm" aria-label={words.endOf(deal.code)} onClick={() => end.mutate(deal)}>
            {words.end}
          </Button>
        )}
      </Group>
    ),
  };
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <div>
          <Title order={2}>{words.title}</Title>
          {read.data && read.data.length > 0 && (
            <Text size="xs" c="dimmed">
              {words.ofAllDays}
            </Text>
          )}
        </div>
        {mayMake && (
          <Button variant="default" size="compact-sm" leftSection={<IconPlus size={15} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )}
      </Group>
      <Loaded read={read}>
        {(deals) => (
          <DataTable
            name="deals"
            label={words.title}
            rows={deals}
            columns={mayMake ? [...columns, verbs] : columns}
            rowKey={(deal) => deal.id}
            rowName={(deal) => deal.code}
            empty={<Empty second title={words.emptyTitle} text={words.empty} />}
          />
        )}
      </Loaded>
      <DealDialog key={changed?.id ?? 'new'} opened={mayMake && (url.add === 'deal' || changed !== undefined)} deal={changed} onClose={() => setUrl({ add: undefined, deal: undefined })} />
    </section>
  );
}
