import { Button, Text, Title } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { type Column, DataTable, Day, Figure, formatNumber, Loaded, Moment, useBrand, useMay } from '../../shared';
import { t } from '../../texts';

type Recount = components['schemas']['RecountView'];
const words = t.sites.dropped;
const nameOf = (one: Recount) => words.recountOf(t.tracking.outcomes[one.reason] ?? one.reason, one.agent ?? null);

/** What was counted back in, with the way back. */
export function Recounts({ invalidate }: { invalidate: string[][] }) {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const read = useRead(['recounts', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/tracking/recounts', { params: { path: { brand: brand.id } } })));
  const undo = useCommand((one: Recount) => answer(client.POST('/api/v1/recounts/{recount}/undo', { params: { path: { recount: one.id } } })), { invalidate, done: words.undoneSaid });
  const columns: Column<Recount>[] = [
    { key: 'what', title: t.tracking.reason, primary: true, cell: (one) => <span style={{ overflowWrap: 'anywhere' }}>{nameOf(one)}</span>, sort: nameOf },
    {
      key: 'days',
      title: words.days,
      cell: (one) => (
        <>
          <Day date={one.from} /> – <Day date={one.until} />
        </>
      ),
    },
    { key: 'hits', title: t.tracking.hits, align: 'right', cell: (one) => <Figure value={one.clicks + one.siteEvents} format={(value) => formatNumber(value, 0)} /> },
    { key: 'at', title: t.tracking.conversions.at, hideBelow: 720, cell: (one) => <Moment at={one.at} zone={brand.zone} />, sort: (one) => one.at },
    {
      key: 'undo',
      title: words.undo,
      hideTitle: true,
      align: 'right',
      cell: (one) =>
        one.undone ? (
          <Text c="dimmed">{words.undone}</Text>
        ) : (
          may && (
            <Button variant="subtle" color="gray" size="compact-sm" onClick={() => undo.mutate(one)}>
              {words.undo}
            </Button>
          )
        ),
    },
  ];
  return (
    <Loaded read={read}>
      {(list) =>
        list.length > 0 && (
          <section>
            <Title order={2} mb="sm">
              {words.recounts}
            </Title>
            <DataTable name="recounts" label={words.recounts} rows={list} columns={columns} rowKey={(one) => one.id} rowName={nameOf} take={10} />
          </section>
        )
      }
    </Loaded>
  );
}
