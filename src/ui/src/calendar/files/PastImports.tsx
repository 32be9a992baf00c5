import { Button, Title } from '@mantine/core';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { type Column, DataTable, Loaded, Moment, useBrand } from '../../shared';
import { t } from '../../texts';
import { stale } from '../data';

const words = t.scheduling.files;
type Past = components['schemas']['PostImportView'];

/** Earlier imports, each with its way back. */
export function PastImports() {
  const brand = useBrand();
  const query = { brand: brand.id };
  const imports = useRead(['posts', 'imports', query], () => answer(client.GET('/api/v1/post-imports', { params: { query } })));
  const undo = useCommand((id: string) => answer(client.POST('/api/v1/post-imports/{import}/undo', { params: { path: { import: id } } })), { invalidate: stale, done: (_, result) => words.undone(result.back, result.kept) });
  const columns: Column<Past>[] = [
    { key: 'file', title: words.file, cell: (row) => row.file, primary: true },
    { key: 'at', title: words.at, cell: (row) => <Moment at={row.at} zone={brand.zone} /> },
    { key: 'made', title: words.made, cell: (row) => <span className="figures">{row.made}</span>, align: 'right' },
    { key: 'notMade', title: words.notMade, cell: (row) => <span className="figures">{row.notMade}</span>, align: 'right' },
    {
      key: 'undo',
      title: words.takeBack,
      hideTitle: true,
      cell: (row) =>
        row.undoneAt ? (
          words.takenBack
        ) : (
          <Button size="compact-sm" variant="default" onClick={() => undo.mutate(row.id)} aria-label={`${words.takeBack}: ${row.file}`}>
            {words.takeBack}
          </Button>
        ),
    },
  ];
  return (
    <Loaded read={imports} skeleton={null}>
      {(rows) =>
        rows.length > 0 && (
          <>
            <Title order={3} size="h5" mt="md" mb="xs">
              {words.earlier}
            </Title>
            <DataTable label={words.earlier} rows={rows} columns={columns} rowKey={(row) => row.id} rowName={(row) => row.file} name="imports" />
          </>
        )
      }
    </Loaded>
  );
}
