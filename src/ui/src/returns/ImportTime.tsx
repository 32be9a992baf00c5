import { Select, SimpleGrid, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { base64, type Column, DataTable, Day, locale, ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { FileHead, NotTaken, TakeLine } from './FileParts';
import { ImportsList } from './ImportsList';
import { afterMoney, clockTime, type Schemas } from './returns';

type Line = Schemas['ImportedTimeLine'];
type Picked = Record<string, string>;
const words = t.returns.timeImport;

const columns: Column<Line>[] = [
  { key: 'day', title: words.day, primary: true, cell: (line) => <Day date={line.day} /> },
  { key: 'time', title: words.time, align: 'right', cell: (line) => <span className="figures">{clockTime(line.minutes)}</span> },
  { key: 'person', title: words.person, cell: (line) => line.member },
  { key: 'work', title: words.work, cell: (line) => line.workTitle ?? words.whole },
  { key: 'note', title: words.note, cell: (line) => line.note, hideBelow: 720, hideInCard: (line) => !line.note },
];

/** Time from the export of a timer or a spreadsheet: looked at first, its columns chosen where need be, then taken; and taken back. */
export function ImportTime({ plan }: { plan: string }) {
  const may = useMay('takePart');
  const [file, setFile] = useState<{ name: string; content: string }>();
  const [picked, setPicked] = useState<Picked>({});
  const send = (chosen: { name: string; content: string }, by: Picked, dryRun: boolean) =>
    answer(client.POST('/api/v1/plans/{plan}/time-entries/import', { params: { path: { plan } }, body: { content: chosen.content, fileName: chosen.name, columns: by, locale: locale(), dryRun } }));
  const look = useCommand(({ chosen, by }: { chosen: { name: string; content: string }; by: Picked }) => send(chosen, by, true), { quiet: true });
  const take = useCommand((chosen: { name: string; content: string }) => send(chosen, picked, false), {
    invalidate: afterMoney(plan),
    quiet: true,
    done: (_, made) => words.taken(made.added + made.changed),
    onDone: () => setFile(undefined),
  });
  const choose = (chosen: File) => {
    take.reset();
    setPicked({});
    void base64(chosen).then((content) => {
      const next = { name: chosen.name, content };
      setFile(next);
      look.mutate({ chosen: next, by: {} });
    });
  };
  const pick = (field: string, column: string | null) => {
    const { [field]: _, ...rest } = picked;
    const by = column ? { ...rest, [field]: column } : rest;
    setPicked(by);
    if (file) look.mutate({ chosen: file, by });
  };
  const seen = file && !look.problem ? look.data : undefined;
  return (
    <section>
      <FileHead title={words.title} text={words.text} choose={words.choose} onFile={may ? choose : undefined} busy={look.isPending} />
      <Stack>
        <ProblemAlert problem={file ? (look.problem ?? take.problem) : null} ofFile />
        {file && seen && (
          <Stack gap="sm" role="status">
            {seen.missing.length === 0 && (
              <TakeLine
                name={file.name}
                found={words.look(seen.added, seen.changed, seen.unchanged, seen.notTaken.length, clockTime(seen.minutes))}
                take={words.take}
                busy={take.isPending}
                nothing={seen.added + seen.changed === 0}
                onTake={() => take.mutate(file)}
                onLeave={() => setFile(undefined)}
              />
            )}
            <Text fw={600}>{words.map}</Text>
            {seen.missing.length > 0 && <Text>{words.mapText}</Text>}
            <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }}>
              {Object.entries(words.fields).map(([field, label]) => (
                <Select key={field} label={label} placeholder={words.ownNone} data={seen.headers} value={picked[field] ?? seen.columns[field] ?? null} onChange={(column) => pick(field, column)} clearable searchable />
              ))}
            </SimpleGrid>
            {seen.lines.length > 0 && <DataTable name="time-look" label={words.found} rows={seen.lines} columns={columns} rowKey={(line) => String(line.line)} rowName={(line) => line.day} take={10} />}
            <NotTaken name="time-left" rows={seen.notTaken} />
          </Stack>
        )}
        <ImportsList plan={plan} kind="time" />
      </Stack>
    </section>
  );
}
