import { Text } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { type Column, DataTable, Empty, Loaded, Moment, useBrand } from '../shared';
import { t } from '../texts';

const words = t.actionItems;
type Done = components['schemas']['Executed'];

/** What was really done in which order, beside its place in the plan. */
export function AsDone({ plan }: { plan: string }) {
  const { zone } = useBrand();
  const read = useRead(['work', plan, 'as-done'], () => answer(client.GET('/api/v1/plans/{plan}/work/as-done', { params: { path: { plan } } })));
  const columns: Column<Done>[] = [
    { key: 'title', title: words.name, cell: (row) => row.title, primary: true },
    { key: 'place', title: words.planPlace, cell: (row) => <span className="figures">{row.planPlace}</span>, sort: (row) => row.planPlace, align: 'right' },
    { key: 'started', title: words.startedAt, cell: (row) => row.startedAt && <Moment at={row.startedAt} zone={zone} />, sort: (row) => row.startedAt, hideBelow: 720 },
    { key: 'done', title: words.doneAt, cell: (row) => row.doneAt && <Moment at={row.doneAt} zone={zone} />, sort: (row) => row.doneAt },
  ];
  return (
    <Loaded read={read}>
      {(view) => (
        <>
          <Text mb="md">{words.drift(view.swapped, view.pairs)}</Text>
          <DataTable label={words.views.asDone} name="done" rows={view.order} columns={columns} rowKey={(row) => row.key} rowName={(row) => row.title} empty={<Empty title={words.drift(0, 0)} text={words.empty} />} />
        </>
      )}
    </Loaded>
  );
}
