import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, Loaded, Moment, StatusMark, useBrand, useMay } from '../shared';
import { t } from '../texts';
import type { ImportRun } from './importing';

const words = t.imports;

/** What was imported, by whom, what came of it; each can be taken back. */
export function PastImports() {
  const brand = useBrand();
  const may = useMay('editNumbers');
  const read = useRead(['imports', brand.id], () => answer(client.GET('/api/v1/imports', { params: { query: { brand: brand.id, take: 50 } } })));
  const revert = useCommand((run: string) => answer(client.POST('/api/v1/imports/{run}/revert', { params: { path: { run } } })), {
    invalidate: [['imports', brand.id], ['import-preview', brand.id], ['grid', brand.id]],
    done: words.revertDone,
  });
  const columns: Column<ImportRun>[] = [
    { key: 'file', title: words.file, cell: (run) => <span style={{ overflowWrap: 'anywhere' }}>{run.fileName}</span>, sort: (run) => run.fileName, primary: true },
    { key: 'source', title: words.source, cell: (run) => run.source, sort: (run) => run.source, hideBelow: 720 },
    { key: 'when', title: words.when, cell: (run) => <Moment at={run.at} zone={brand.zone} />, sort: (run) => run.at },
    { key: 'by', title: words.by, cell: (run) => run.by, sort: (run) => run.by, hideBelow: 960 },
    { key: 'result', title: words.result, cell: (run) => <Text size="sm">{words.outcome(run.recorded, run.corrected, run.unchanged)}</Text> },
    {
      key: 'revert',
      title: words.revert,
      hideTitle: true,
      cell: (run) =>
        run.revertedAt ? (
          <StatusMark tone="calm" icon={IconArrowBackUp}>{words.reverted}</StatusMark>
        ) : (
          may && (
            <Button size="compact-sm" variant="default" loading={revert.isPending && revert.variables === run.id} onClick={() => revert.mutate(run.id)} aria-label={`${words.revert}: ${run.fileName}`}>
              {words.revert}
            </Button>
          )
        ),
    },
  ];
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{words.past}</Title>
      <Loaded read={read}>
        {({ items }) => <DataTable label={words.past} rows={items} columns={columns} rowKey={(run) => run.id} rowName={(run) => run.fileName} empty={<Empty title={words.pastEmptyTitle} text={words.pastEmpty} />} />}
      </Loaded>
    </Stack>
  );
}
