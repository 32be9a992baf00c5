import { Anchor, Group, Select, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { components } from '../api';
import { type Column, DataTable, Figure, formatNumber, formatPercent, MoneySums, useUrl } from '../shared';
import { t } from '../texts';

type Row = components['schemas']['FunnelRow'];
const words = t.tracking;
const kinds = Object.keys(words.bys) as (keyof typeof words.bys)[];
const whole = (value: number) => formatNumber(value, 0);
const nameOf = (row: Row) => row.title ?? words.unnamed;

function columnsFor(label: string, from: string, until: string): Column<Row>[] {
  const see = (row: Row, list: Record<string, string>, count: number) =>
    row.subject && count > 0 ? (
      <Anchor c="inherit" underline="hover" renderRoot={(props) => <Link to={'/tracking/events' as never} search={{ ...list, subject: row.subject, title: nameOf(row), from, until } as never} {...props} />}>
        <Figure value={count} format={whole} />
      </Anchor>
    ) : (
      <Figure value={count} format={whole} />
    );
  return [
    {
      key: 'name',
      title: label,
      primary: true,
      sort: nameOf,
      cell: (row) => (row.path ? <Anchor renderRoot={(props) => <Link to={row.path as string} {...props} />}>{nameOf(row)}</Anchor> : nameOf(row)),
    },
    { key: 'clicks', title: t.funnel.clicks, align: 'right', cell: (row) => see(row, { of: 'clicks' }, row.clicks), sort: (row) => row.clicks },
    { key: 'visits', title: t.funnel.visits, align: 'right', hideBelow: 720, cell: (row) => see(row, { of: 'clicks', visits: 'yes' }, row.visits), sort: (row) => row.visits },
    { key: 'conversions', title: t.funnel.conversions, align: 'right', cell: (row) => see(row, { of: 'conversions' }, row.conversions), sort: (row) => row.conversions },
    {
      key: 'rate',
      title: t.funnel.rate,
      align: 'right',
      hideBelow: 960,
      cell: (row) => (
        <>
          <Figure value={row.rate?.value} format={formatPercent} n={row.clicks} reason={t.funnel.noClicks} />
          {row.rate && row.rate.numerator !== row.conversions && (
            <Text size="xs" c="dimmed">
              {t.funnel.joinedShort(whole(row.rate.numerator ?? 0), whole(row.conversions))}
            </Text>
          )}
        </>
      ),
      sort: (row) => row.rate?.value,
    },
    { key: 'revenue', title: t.funnel.revenue, align: 'right', cell: (row) => <MoneySums sums={row.revenue} /> },
  ];
}

/** The funnel by whatever a link can count for. */
export function ByWhat({ seen }: { seen: components['schemas']['TrackingOverviewView'] }) {
  const [url, setUrl] = useUrl();
  // Nobody has to find out by hand that it is links, not posts, that clicks came by.
  const by = kinds.find((kind) => kind === url.by) ?? kinds.find((kind) => seen[kind].length > 0) ?? 'posts';
  return (
    <section>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{words.byWhat}</Title>
        <Select
          size="xs"
          w={150}
          aria-label={words.by}
          value={by}
          onChange={(kind) => setUrl({ by: kind ?? undefined })}
          data={kinds.map((value) => ({ value, label: words.bys[value] }))}
        />
      </Group>
      <DataTable
        name="by"
        label={words.byWhat}
        rows={seen[by]}
        columns={columnsFor(words.bys[by], seen.from, seen.until)}
        rowKey={(row) => row.subject ?? ''}
        rowName={nameOf}
        empty={<Text c="dimmed">{words.byEmpty(words.bys[by])}</Text>}
        take={10}
      />
      <Text size="xs" c="dimmed" mt="xs">
        {words.byText}
      </Text>
    </section>
  );
}
