import { Alert, Anchor, Button, Checkbox, FileButton, Group, Select, Stack, Text } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../../api';
import { base64, type Column, DataTable, NetworkMark, ProblemAlert, useBrand } from '../../shared';
import { t } from '../../texts';
import { stale } from '../data';
import { sayLocal } from '../days';

const words = t.scheduling.files;
type Looked = components['schemas']['ImportedPosts'];
type Row = components['schemas']['PostRow'];

const columns: Column<Row>[] = [
  { key: 'line', title: words.line, cell: (row) => row.line, sort: (row) => row.line, align: 'right', width: 70 },
  {
    key: 'title',
    title: words.what,
    cell: (row) => (
      <div>
        {row.title || row.excerpt}
        {row.also.map((also) => (
          <Text key={also} size="xs" c="dimmed" fw={400} lineClamp={2}>
            {also}
          </Text>
        ))}
      </div>
    ),
    primary: true,
  },
  { key: 'when', title: words.when, cell: (row) => (row.at ? sayLocal(row.at) : row.outcome === 'make' ? words.noDay : '') },
  {
    key: 'where',
    title: words.where,
    cell: (row) => (
      <span style={{ display: 'inline-flex', gap: 6 }}>
        {row.accounts.map((account) => (
          <NetworkMark key={account} network={account.split(' ')[0] ?? ''} iconOnly />
        ))}
      </span>
    ),
  },
  {
    key: 'becomes',
    title: words.becomes,
    cell: (row) => (
      <div>
        {words.outcomes[row.outcome]}
        {row.problems.map((problem) => (
          <Text key={problem} size="xs" c="var(--bw-warn)">
            {problem}
          </Text>
        ))}
        {row.notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </div>
    ),
    sort: (row) => row.outcome,
  },
];

/** A file of posts: what each row becomes, before anything is stored. */
export function ImportPosts() {
  const brand = useBrand();
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [mapping, setMapping] = useState<Record<string, string> | null>(null);
  const [monthFirst, setMonthFirst] = useState(false);
  const [looked, setLooked] = useState<Looked | null>(null);
  const send = (name: string, content: string, columns: Record<string, string> | null, first: boolean, dryRun: boolean) =>
    answer(client.POST('/api/v1/posts/import', { body: { brand: brand.id, content, file: name, columns, monthFirst: first, dryRun } }));
  const look = useCommand(
    async (to: { name: string; content: string; mapping: Record<string, string> | null; monthFirst: boolean }) => {
      setFile({ name: to.name, content: to.content });
      return send(to.name, to.content, to.mapping, to.monthFirst, true);
    },
    { quiet: true, onDone: setLooked },
  );
  const take = useCommand(() => send(file?.name ?? '', file?.content ?? '', mapping, monthFirst, false), {
    quiet: true,
    invalidate: stale,
    done: (_, result) => words.imported(result.made),
    undo: (_, result) => (result.import ? answer(client.POST('/api/v1/post-imports/{import}/undo', { params: { path: { import: result.import } } })) : Promise.resolve()),
    onDone: () => {
      setLooked(null);
      setFile(null);
      setMapping(null);
    },
  });
  const choose = async (picked: File | null) => {
    if (!picked) return;
    setMapping(null);
    look.mutate({ name: picked.name, content: await base64(picked), mapping: null, monthFirst });
  };
  const again = (next: Record<string, string> | null, first: boolean) => {
    setMapping(next);
    setMonthFirst(first);
    if (file) look.mutate({ ...file, mapping: next, monthFirst: first });
  };
  const ofNetworks = looked?.fields.filter(({ label }) => label) ?? [];
  const map = (field: string, header: string | null) => {
    const others = Object.entries(looked?.columns ?? {}).filter(([known, column]) => known !== field && column !== header);
    again({ ...Object.fromEntries(others), ...(header ? { [field]: header } : {}) }, monthFirst);
  };
  const fieldsOf = (fields: Looked['fields']) => (
    <Group gap="xs" align="flex-end">
      {fields.map(({ field, label }) => (
        <Select
          key={field}
          label={label ?? words.fields[field as keyof typeof words.fields]}
          placeholder={words.nothing}
          clearable
          w={{ base: 'calc(50% - 5px)', xs: 170 }}
          data={[...new Set(looked?.headers.filter((header) => header !== ''))]}
          value={looked?.columns[field] ?? null}
          onChange={(header) => map(field, header)}
        />
      ))}
    </Group>
  );
  return (
    <Stack gap="md">
      <Group>
        <FileButton onChange={(picked) => void choose(picked)} accept=".csv,.tsv,.txt,.xlsx,.xls">
          {(props) => (
            <Button {...props} leftSection={<IconFileImport size={16} aria-hidden />} loading={look.isPending}>
              {words.choose}
            </Button>
          )}
        </FileButton>
        <Text size="sm" c="dimmed">
          {words.chooseHint}
        </Text>
        <Anchor href={`/api/v1/posts/example?brand=${brand.id}`} download underline="always" size="sm">
          {words.example}
        </Anchor>
      </Group>
      <ProblemAlert problem={look.problem ?? take.problem} />
      {looked && file && (
        <Stack gap="sm">
          <Text size="sm">
            <strong>{file.name}</strong> · {looked.kind} · {words.sum(looked.made, looked.notMade)}
          </Text>
          {looked.notices.map((notice) => (
            <Alert key={notice} color="yellow">
              {notice}
            </Alert>
          ))}
          <fieldset style={{ border: 0, margin: 0, padding: 0 }}>
            <legend>
              <Text size="sm" fw={500}>
                {words.columns}
              </Text>
            </legend>
            {fieldsOf(looked.fields.filter(({ label }) => !label))}
            {ofNetworks.length > 0 && (
              <details open={ofNetworks.some(({ field }) => looked.columns[field]) || undefined} style={{ marginTop: 'var(--mantine-spacing-xs)' }}>
                <summary>
                  <Text component="span" size="sm">
                    {words.ofNetworks}
                  </Text>
                </summary>
                {fieldsOf(ofNetworks)}
              </details>
            )}
          </fieldset>
          <Checkbox label={words.monthFirst} checked={monthFirst} onChange={(event) => again(mapping, event.currentTarget.checked)} />
          <DataTable label={words.rows} rows={looked.rows} columns={columns} rowKey={(row) => String(row.line)} rowName={(row) => row.title || row.excerpt} name="rows" />
          <Button style={{ alignSelf: 'flex-start' }} disabled={looked.made === 0} loading={take.isPending} onClick={() => take.mutate()}>
            {words.go(looked.made)}
          </Button>
        </Stack>
      )}
    </Stack>
  );
}
