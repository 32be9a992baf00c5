import { Button, Text, Title } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Moment, useBrand } from '../shared';
import { t } from '../texts';

type Import = components['schemas']['ConversionImportView'];
const words = t.tracking.conversions.imports;

/** Files of orders that were imported: each is taken back as one, and restored. */
export function ConversionImports({ mayUndo }: { mayUndo: boolean }) {
  const brand = useBrand();
  const read = useRead(['conversions', brand.id, 'imports'], () => answer(client.GET('/api/v1/brands/{brand}/conversion-imports', { params: { path: { brand: brand.id } } })));
  const invalidate = [['conversions', brand.id], ['tracking', brand.id], ['deals', brand.id], ['funnel']];
  const undo = (row: Import) => answer(client.POST('/api/v1/conversion-imports/{import}/undo', { params: { path: { import: row.id } } }));
  const redo = (row: Import) => answer(client.POST('/api/v1/conversion-imports/{import}/restore', { params: { path: { import: row.id } } }));
  const back = useCommand(undo, { invalidate, done: (_, made) => words.undone(made.changed), undo: redo });
  const again = useCommand(redo, { invalidate, done: (_, made) => words.restored(made.changed), undo });
  const rows = read.data ?? [];
  if (rows.length === 0) return null;
  const columns: Column<Import>[] = [
    { key: 'file', title: words.file, primary: true, cell: (row) => row.file, sort: (row) => row.file },
    { key: 'when', title: words.when, cell: (row) => <Moment at={row.at} zone={brand.zone} />, sort: (row) => row.at },
    { key: 'by', title: words.by, cell: (row) => row.by, hideBelow: 720 },
    { key: 'rows', title: words.rows, cell: (row) => words.rowsText(row.recorded, row.known) },
    {
      key: 'back',
      title: words.back,
      hideTitle: true,
      align: 'right',
      cell: (row) =>
        !mayUndo ? (
          row.undoneAt && <Text c="dimmed">{words.isBack}</Text>
        ) : row.undoneAt ? (
          <Button variant="subtle" size="compact-sm" aria-label={words.restoreOf(row.file)} loading={again.isPending} onClick={() => again.mutate(row)}>
            {words.restore}
          </Button>
        ) : (
          <Button variant="subtle" color="gray" size="compact-sm" aria-label={words.backOf(row.file)} loading={back.isPending} onClick={() => back.mutate(row)}>
            {words.back}
          </Button>
        ),
    },
  ];
  return (
    <>
      <Title order={3} mt="md" mb="xs">
        {words.title}
      </Title>
      <DataTable name="order-imports" label={words.title} rows={rows} columns={columns} rowKey={(row) => row.id} rowName={(row) => row.file} take={5} />
    </>
  );
}
