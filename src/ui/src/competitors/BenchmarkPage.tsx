import { Group, SegmentedControl, Select, Stack, Table, Text, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Day, Empty, formatPercent, Loaded, NetworkMark, NoData, Page, useBrand, useUrl } from '../shared';
import stacked from '../shared/tables/Stacked.module.css';
import { t } from '../texts';
import { type BenchmarkNetwork, type BenchmarkRow, figure, measures, type Measure } from './data';
import { rivalTabs } from './tabs';

const words = t.competitors.benchmark;
const Chart = lazy(() => import('./BenchmarkChart'));

/** Own accounts beside rivals, network by network; what nobody knows stays blank. */
export default function BenchmarkPage() {
  const brand = useBrand();
  const read = useRead(['benchmark', brand.id], () => answer(client.GET('/api/v1/benchmark', { params: { query: { brand: brand.id } } })));
  return (
    <Page title={t.competitors.title} purpose={words.purpose} help={words.help} tabs={rivalTabs}>
      <Loaded read={read}>
        {(networks) =>
          networks.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.toRivals, to: '/competitors' }} />
          ) : (
            <Stack gap="xl">
              {networks.map((network) => (
                <Comparison key={network.network} network={network} />
              ))}
              <Series networks={networks} />
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}

function Comparison({ network }: { network: BenchmarkNetwork }) {
  const withFormats = network.rows.some((row) => row.formats);
  const most = (measure: Measure) => Math.max(...network.rows.flatMap((row) => row.cells).filter((cell) => cell.measure === measure).map((cell) => cell.value ?? 0));
  return (
    <section aria-label={network.name}>
      <Title order={2} size="md" mb="sm">
        <NetworkMark network={network.network} />
      </Title>
      <div className={stacked.wide} tabIndex={0} role="group" aria-label={network.name}>
        <Table verticalSpacing="xs" className={stacked.stacked} role="table" aria-label={network.name}>
          <Table.Thead role="rowgroup">
            <Table.Tr role="row">
              <Table.Th role="columnheader">{words.who}</Table.Th>
              {measures.map((measure) => (
                <Table.Th key={measure} role="columnheader" style={{ textAlign: 'right' }}>
                  {t.competitors.measures[measure]}
                </Table.Th>
              ))}
              {withFormats && <Table.Th role="columnheader">{words.formats}</Table.Th>}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody role="rowgroup">
            {network.rows.map((row) => (
              <Table.Tr key={row.competitor ?? row.account} role="row">
                <Table.Td role="cell" fw={row.own ? 600 : undefined} miw={150} style={{ verticalAlign: 'top' }}>
                  {row.who}
                  {row.own && (
                    <Text span size="sm" c="dimmed">
                      {' '}
                      {words.own}
                    </Text>
                  )}
                </Table.Td>
                {row.cells.map((cell) => (
                  <Table.Td key={cell.measure} role="cell" data-label={t.competitors.measures[cell.measure as Measure]} className={stacked.number} style={{ verticalAlign: 'top' }}>
                    <div>
                      <Cell cell={cell} most={most(cell.measure)} />
                    </div>
                  </Table.Td>
                ))}
                {withFormats && (
                  <Table.Td role="cell" data-label={words.formats}>
                    <Formats row={row} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </section>
  );
}

/** The number with a line as long as it is beside the largest, and who told it when. */
function Cell({ cell, most }: { cell: BenchmarkRow['cells'][number]; most: number }) {
  if (cell.value === null || cell.value === undefined) return <NoData reason={words.unknown} />;
  return (
    <>
      <Text span className="figures">
        {figure(cell.value)}
      </Text>
      {cell.rank !== null && cell.rank !== undefined && cell.of > 1 && (
        <Text span size="sm" c="dimmed">
          {' '}
          {words.rank(cell.rank, cell.of)}
        </Text>
      )}
      <div aria-hidden style={{ width: `${(cell.value / most) * 100}%`, minWidth: 2, height: 3, marginInlineStart: 'var(--bar-start, auto)', borderRadius: 2, background: 'var(--bw-brand)' }} />
      <Text size="xs" c="dimmed" title={cell.source ?? undefined}>
        {hostOf(cell.source ?? '')}, {cell.day && <Day date={cell.day} />}
      </Text>
    </>
  );
}

// The whole address stands in the rival's own list; here it would drown the numbers.
const hostOf = (source: string) => /^https?:\/\/([^/]+)/.exec(source)?.[1] ?? source;

function Formats({ row }: { row: BenchmarkRow }) {
  const shares = Object.entries(row.formats ?? {}).filter(([, share]) => (share ?? 0) > 0) as [keyof typeof words.forms, number][];
  if (shares.length === 0) return <NoData reason={words.unknown} />;
  return <Text size="sm">{shares.sort((a, b) => b[1] - a[1]).map(([form, share]) => `${words.forms[form]} ${formatPercent(share, 0)}`).join(', ')}</Text>;
}

/** One figure over time: lines with their names, or the same as a table. */
function Series({ networks }: { networks: BenchmarkNetwork[] }) {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const network = networks.find((one) => one.network === url.network)?.network ?? networks[0]!.network;
  const measure = measures.find((one) => one === url.measure) ?? 'followers';
  const asTable = url.view === 'table';
  const read = useRead(['benchmark', brand.id, 'series', network, measure], () => answer(client.GET('/api/v1/benchmark/series', { params: { query: { brand: brand.id, network, measure } } })), { keep: true });
  return (
    <section aria-label={words.series}>
      <Title order={2} size="md" mb="sm">
        {words.series}
      </Title>
      <Group mb="md" align="flex-end">
        <Select label={t.competitors.network} data={networks.map((one) => ({ value: one.network, label: one.name }))} value={network} onChange={(value) => setUrl({ network: value ?? undefined })} />
        <Select
          label={words.measure}
          data={measures.map((value) => ({ value, label: t.competitors.measures[value] }))}
          value={measure}
          onChange={(value) => setUrl({ measure: (value as Measure | null) ?? undefined })}
        />
        <SegmentedControl aria-label={words.view} data={[{ value: 'chart', label: words.chart }, { value: 'table', label: words.table }]} value={asTable ? 'table' : 'chart'} onChange={(value) => setUrl({ view: value === 'table' ? 'table' : undefined })} />
      </Group>
      <Loaded read={read} skeleton={<CardsSkeleton cards={1} height={260} />}>
        {(lines) =>
          lines.length === 0 ? (
            <Text c="dimmed">{words.noSeries}</Text>
          ) : asTable ? (
            <Table.ScrollContainer minWidth={420}>
              <Table>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.who}</Table.Th>
                    <Table.Th>{t.competitors.day}</Table.Th>
                    <Table.Th ta="right">{t.competitors.measures[measure]}</Table.Th>
                    <Table.Th>{t.competitors.source}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {lines.flatMap((line) =>
                    [...line.dots].reverse().map((dot) => (
                      <Table.Tr key={line.key + dot.day}>
                        <Table.Td fw={line.own ? 600 : undefined}>{line.who}</Table.Td>
                        <Table.Td>
                          <Day date={dot.day} />
                        </Table.Td>
                        <Table.Td ta="right" className="figures">
                          {figure(dot.value)}
                        </Table.Td>
                        <Table.Td>{dot.source}</Table.Td>
                      </Table.Tr>
                    )),
                  )}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          ) : (
            <Suspense fallback={<CardsSkeleton cards={1} height={260} />}>
              <Chart lines={lines} measure={measure} />
            </Suspense>
          )
        }
      </Loaded>
    </section>
  );
}
