import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { base64, type Column, DataTable, formatMoney, Moment, NoData, ProblemAlert, useBrand } from '../shared';
import { type DecimalSign, DecimalSelect } from '../shared/forms/DecimalSelect';
import { t } from '../texts';

type Row = components['schemas']['ConversionRowProblem'];
type Line = components['schemas']['ImportedConversionLine'];
interface File {
  name: string;
  content: string;
  /** The decimal sign that was chosen; found by itself unless. */
  decimal?: DecimalSign;
}
const all = t.tracking.conversions;
const words = all.import;

const columns: Column<Row>[] = [
  { key: 'line', title: words.line, align: 'right', width: 70, cell: (row) => row.line },
  { key: 'reason', title: words.reason, primary: true, cell: (row) => row.message },
];

const found = (zone: string): Column<Line>[] => [
  { key: 'id', title: all.id, primary: true, cell: (row) => row.externalId },
  { key: 'type', title: all.type, cell: (row) => all.types[row.type] ?? row.type },
  { key: 'at', title: all.at, cell: (row) => <Moment at={row.at} zone={zone} /> },
  { key: 'value', title: all.value, align: 'right', cell: (row) => (row.value ? <span className="figures">{formatMoney(row.value)}</span> : <NoData reason={all.noValue} />) },
];

/** Orders from the export of a shop: looked at first, then taken. The same file again adds nothing. */
export function ImportConversions() {
  const brand = useBrand();
  const [file, setFile] = useState<File>();
  const send = ({ name, content, decimal }: File, dryRun: boolean) => answer(client.POST('/api/v1/conversions/import', { body: { brand: brand.id, content, file: name, decimal, dryRun } }));
  const look = useCommand((next: File) => send(next, true), { quiet: true });
  const take = useCommand((next: File) => send(next, false), {
    quiet: true,
    invalidate: [['conversions', brand.id], ['tracking', brand.id], ['deals', brand.id], ['funnel']],
    done: (_, made) => (made.stored ? words.taken(made.recorded) : ''),
    undo: (_, made) => (made.import ? answer(client.POST('/api/v1/conversion-imports/{import}/undo', { params: { path: { import: made.import } } })) : Promise.resolve()),
    onDone: (made) => made.stored && setFile(undefined),
  });
  const lookAt = (next: File) => {
    take.reset();
    setFile(next);
    look.mutate(next);
  };
  const choose = async (chosen: globalThis.File | null) => {
    if (chosen) lookAt({ name: chosen.name, content: await base64(chosen) });
  };
  const asks = look.problem?.code.startsWith('decimal');
  const refused = take.data && !take.data.stored ? take.data : undefined;
  const seen = file && look.isSuccess ? (refused ?? look.data) : undefined;
  return (
    <Stack gap="sm">
      <Group>
        <FileButton onChange={(chosen) => void choose(chosen)} accept=".csv,.tsv,.txt,.xlsx,.xls">
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
      <ProblemAlert problem={file && !asks ? (look.problem ?? take.problem) : null} ofFile />
      {file && (asks || file.decimal || seen?.decimal) && (
        <DecimalSelect why={asks ? look.problem?.message : undefined} value={file.decimal ?? seen?.decimal ?? null} onChange={(sign) => lookAt({ ...file, decimal: sign ?? undefined })} />
      )}
      {file && seen && (
        <Stack gap="sm" role="status">
          <Text style={{ overflowWrap: 'anywhere' }}>
            <strong>{file.name}</strong> · {words.look(seen.recorded, seen.known, seen.unmatched)}
          </Text>
          {refused && <Text>{words.nothing}</Text>}
          {seen.problems.length > 0 && (
            <>
              <Text>{words.mend(seen.problems.length)}</Text>
              <DataTable name="orders-left" label={words.reason} rows={seen.problems} columns={columns} rowKey={(row) => String(row.line)} rowName={(row) => `${words.line} ${row.line}`} take={10} />
            </>
          )}
          {seen.lines.length > 0 && <DataTable name="orders-found" label={words.found} rows={seen.lines} columns={found(brand.zone)} rowKey={(row) => String(row.line)} rowName={(row) => row.externalId} take={10} />}
          <Group gap="xs">
            <Button disabled={seen.recorded === 0 || seen.problems.length > 0} loading={take.isPending} onClick={() => take.mutate(file)}>
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
