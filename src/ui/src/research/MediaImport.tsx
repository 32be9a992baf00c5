import { Button, FileButton, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, locale, ProblemAlert } from '../shared';
import { t } from '../texts';
import { fileOf } from './fileOf';
import { Section } from './Section';
import { researchKeys, type Schemas } from './sheet';

const words = t.research.media;
type Left = Schemas['RowNotTaken'];

const columns: Column<Left>[] = [
  { key: 'line', title: words.line, align: 'right', cell: (row) => row.line, sort: (row) => row.line },
  { key: 'reason', title: words.reason, cell: (row) => row.reason, primary: true },
  { key: 'text', title: words.row, cell: (row) => row.text, hideBelow: 720 },
];

/** A file of spending: looked at first, then imported; every row that is not taken says why. */
export function MediaImport({ plan, currency }: { plan: string; currency: string }) {
  const [content, setContent] = useState<string>();
  const send = (dryRun: boolean, file: string) => answer(client.POST('/api/v1/plans/{plan}/media-usage/import', { params: { path: { plan } }, body: { content: file, currency, locale: locale(), dryRun } }));
  const look = useCommand((file: string) => send(true, file), { quiet: true });
  const take = useCommand((file: string) => send(false, file), { invalidate: researchKeys(plan), quiet: true, done: (_, made) => words.imported(made.added + made.changed), onDone: () => setContent(undefined) });
  const choose = (file: File | null) => {
    if (file)
      void fileOf(file).then((bytes) => {
        setContent(bytes);
        look.mutate(bytes);
      });
  };
  return (
    <Section
      title={words.import}
      text={words.importText}
      action={
        <FileButton onChange={choose} accept=".csv,.tsv,.txt,.xlsx,.xls">
          {(props) => (
            <Button {...props} variant="default" loading={look.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
      }
    >
      <ProblemAlert problem={look.problem ?? take.problem} />
      {content && look.data && !look.problem && (
        <Stack gap="sm">
          <Group>
            <Text>{words.look(look.data.lines.length, look.data.notTaken.length)}</Text>
            <Button loading={take.isPending} disabled={look.data.lines.length === 0} onClick={() => take.mutate(content)}>
              {words.take}
            </Button>
          </Group>
          {look.data.notTaken.length > 0 && <DataTable name="left" label={words.reason} rows={look.data.notTaken} columns={columns} rowKey={(row) => `${row.line}`} rowName={(row) => `${words.line} ${row.line}`} />}
        </Stack>
      )}
    </Section>
  );
}
