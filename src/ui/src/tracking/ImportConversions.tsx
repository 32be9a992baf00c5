import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { type Column, DataTable, ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';

type Row = components['schemas']['ConversionRowProblem'];
const words = t.tracking.conversions.import;

const columns: Column<Row>[] = [
  { key: 'line', title: words.line, align: 'right', width: 70, cell: (row) => row.line },
  { key: 'reason', title: words.reason, primary: true, cell: (row) => row.message },
];

/** Orders from the export of a shop: looked at first, then taken. The same file again adds nothing. */
export function ImportConversions() {
  const brand = useBrand();
  const [file, setFile] = useState<{ name: string; csv: string }>();
  const send = (csv: string, dryRun: boolean) => answer(client.POST('/api/v1/conversions/import', { body: { brand: brand.id, csv, dryRun } }));
  const look = useCommand((csv: string) => send(csv, true), { quiet: true });
  const take = useCommand((csv: string) => send(csv, false), {
    quiet: true,
    invalidate: [['conversions', brand.id], ['tracking', brand.id], ['deals', brand.id], ['funnel']],
    done: (_, made) => words.taken(made.recorded),
    onDone: () => setFile(undefined),
  });
  const choose = async (chosen: File | null) => {
    if (!chosen) return;
    const csv = await chosen.text();
    take.reset();
    setFile({ name: chosen.name, csv });
    look.mutate(csv);
  };
  const seen = file && look.isSuccess ? look.data : undefined;
  return (
    <Stack gap="sm">
      <Group>
        <FileButton onChange={(chosen) => void choose(chosen)} accept=".csv,.tsv,.txt">
          {(props) => (
            <Button {...props} variant="default" size="compact-sm" loading={look.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <Text size="xs" c="dimmed" style={{ flex: '1 1 240px' }}>
          {words.hint}
        </Text>
      </Group>
      <ProblemAlert problem={file ? (look.problem ?? take.problem) : null} />
      {file && seen && (
        <Stack gap="sm" role="status">
          <Text style={{ overflowWrap: 'anywhere' }}>
            <strong>{file.name}</strong> · {words.look(seen.recorded, seen.known, seen.unmatched)}
          </Text>
          {seen.problems.length > 0 && (
            <>
              <Text>{words.mend(seen.problems.length)}</Text>
              <DataTable name="orders-left" label={words.reason} rows={seen.problems} columns={columns} rowKey={(row) => String(row.line)} rowName={(row) => `${words.line} ${row.line}`} take={10} />
            </>
          )}
          <Group gap="xs">
            <Button disabled={seen.recorded === 0 || seen.problems.length > 0} loading={take.isPending} onClick={() => take.mutate(file.csv)}>
              {words.take}
            </Button>
            <Button variant="default" onClick={() => setFile(undefined)}>
              {t.actions.cancel}
            </Button>
          </Group>
        </Stack>
      )}
    </Stack>
  );
}
