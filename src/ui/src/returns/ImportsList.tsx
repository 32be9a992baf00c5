import { Button, Text } from '@mantine/core';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Moment, useBrand } from '../shared';
import { t } from '../texts';
import { afterMoney, type Schemas } from './returns';

type Import = Schemas['ReturnImportView'];
const words = t.returns.importsList;

/** Earlier imports of a kind; the latest that stands can be taken back. */
export function ImportsList({ plan, kind }: { plan: string; kind: 'time' | 'ads' }) {
  const brand = useBrand();
  const read = useRead(['returns', plan, 'imports', kind], () => answer(client.GET('/api/v1/plans/{plan}/return-imports', { params: { path: { plan }, query: { kind } } })));
  const back = useCommand(
    (row: Import) =>
      kind === 'ads'
        ? answer(client.POST('/api/v1/ads-imports/{import}/undo', { params: { path: { import: row.id } } }))
        : answer(client.POST('/api/v1/time-imports/{import}/undo', { params: { path: { import: row.id } } })),
    { invalidate: afterMoney(plan), done: (_, undone) => words.done(undone.back, undone.kept) },
  );
  const rows = read.data ?? [];
  if (rows.length === 0) return null;
  const columns: Column<Import>[] = [
    { key: 'file', title: words.file, primary: true, cell: (row) => row.file },
    { key: 'when', title: words.when, cell: (row) => <Moment at={row.at} zone={brand.zone} /> },
    { key: 'by', title: words.by, cell: (row) => row.by, hideBelow: 720 },
    { key: 'rows', title: words.rows, cell: (row) => words.rowsText(row.added, row.changed) },
    {
      key: 'back',
      title: words.back,
      hideTitle: true,
      align: 'right',
      cell: (row) =>
        row.undoneAt ? (
          <Text c="dimmed">{words.undone}</Text>
        ) : (
          row.mayUndo && (
            <Button variant="subtle" color="red" size="compact-sm" aria-label={words.backOf(row.file)} loading={back.isPending} onClick={() => back.mutate(row)}>
              {words.back}
            </Button>
          )
        ),
    },
  ];
  return <DataTable name={`imports-${kind}`} label={words.title} rows={rows} columns={columns} rowKey={(row) => row.id} rowName={(row) => row.file} take={5} />;
}
