import { Alert, Anchor, Button, FileButton, Group, Stack, Text, Textarea, Title } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { base64, type Column, DataTable, Loaded, Moment, Page, ProblemAlert, useBrand } from '../../shared';
import { trackingTabs } from '../../tabs';
import { t } from '../../texts';

const words = t.linkImport;
type Schemas = components['schemas'];
const stale = (brand: string) => [['links', brand], ['link-imports', brand]];
const undo = (id: string) => answer(client.POST('/api/v1/link-imports/{import}/undo', { params: { path: { import: id } } }));

const columns: Column<Schemas['ImportedLink']>[] = [
  { key: 'line', title: words.line, cell: (row) => row.line, sort: (row) => row.line, align: 'right', width: 70 },
  { key: 'leads', title: words.leads, primary: true, cell: (row) => <span style={{ overflowWrap: 'anywhere', display: 'inline-block', minWidth: 160 }}>{row.destination ?? (row.target || row.excerpt)}</span> },
  {
    key: 'becomes',
    title: words.becomes,
    cell: (row) =>
      row.problem ? (
        <Text size="sm" c="var(--bw-warn)">
          {row.problem}
        </Text>
      ) : (
        <span style={{ overflowWrap: 'anywhere' }}>{row.short?.replace(/^https?:\/\//, '') ?? words.fresh}</span>
      ),
    sort: (row) => row.problem ?? '',
  },
];

function Past() {
  const brand = useBrand();
  const read = useRead(['link-imports', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/link-imports', { params: { path: { brand: brand.id } } })));
  const back = useCommand((id: string) => undo(id), { invalidate: stale(brand.id), done: (_, result) => words.undoneSaid(result.archived) });
  const past: Column<Schemas['LinkImportView']>[] = [
    { key: 'file', title: words.file, primary: true, cell: (row) => row.file, sort: (row) => row.file },
    { key: 'when', title: words.when, cell: (row) => <Moment at={row.createdAt} zone={brand.zone} />, sort: (row) => row.createdAt },
    { key: 'links', title: words.links, align: 'right', cell: (row) => row.made, sort: (row) => row.made },
    {
      key: 'undo',
      title: words.undo,
      hideTitle: true,
      cell: (row) => (
        <Group gap="xs" justify="flex-end">
          {row.undoneAt ? (
            <Text size="sm" c="dimmed">
              {words.undone}
            </Text>
          ) : (
            <>
              <Anchor size="sm" href={`/api/v1/brands/${brand.id}/links/export?import=${row.id}`} download aria-label={`${words.export}: ${row.file}`}>
                {words.export}
              </Anchor>
              <Button variant="subtle" color="gray" size="compact-sm" aria-label={`${words.undo}: ${row.file}`} disabled={back.isPending} onClick={() => back.mutate(row.id)}>
                {words.undo}
              </Button>
            </>
          )}
        </Group>
      ),
    },
  ];
  return (
    <section>
      <Title order={2} mb="sm">
        {words.past}
      </Title>
      <Loaded read={read}>{(rows) => <DataTable name="past" label={words.past} rows={rows} columns={past} rowKey={(row) => row.id} rowName={(row) => row.file} empty={<Text c="dimmed">{words.none}</Text>} />}</Loaded>
    </section>
  );
}

/** Many links at once: a look at each line first, then all of them, and one way back. */
export default function LinkImportPage() {
  const brand = useBrand();
  const [text, setText] = useState('');
  const [file, setFile] = useState<{ name: string; content: string } | null>(null);
  const [looked, setLooked] = useState<Schemas['ImportedLinks'] | null>(null);
  const send = (from: { name: string; content: string }, dryRun: boolean, skipWrong = false) =>
    answer(client.POST('/api/v1/links/import', { body: { brand: brand.id, content: from.content, file: from.name, dryRun, skipWrong } }));
  const look = useCommand(
    (from: { name: string; content: string }) => {
      setFile(from);
      setLooked(null);
      take.reset();
      return send(from, true);
    },
    { quiet: true, onDone: setLooked },
  );
  const take = useCommand(() => send(file ?? { name: '', content: '' }, false, true), {
    quiet: true,
    invalidate: stale(brand.id),
    done: (_, result) => words.made(result.made),
    undo: (_, result) => (result.import ? undo(result.import) : Promise.resolve()),
    onDone: () => {
      setLooked(null);
      setFile(null);
      setText('');
    },
  });
  // What was looked at is what is made: other lines are to be looked at first.
  const write = (lines: string) => {
    setText(lines);
    setLooked(null);
  };
  const paste = async () => look.mutate({ name: words.pasted, content: await base64(new File([text], 'pasted.csv')) });
  const choose = async (picked: File | null) => {
    if (picked) look.mutate({ name: picked.name, content: await base64(picked) });
  };
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={trackingTabs}>
      <Anchor component={Link} to="/tracking/links" mb="md" style={{ display: 'inline-block' }}>
        {t.links.settings.back}
      </Anchor>
      <Stack gap="xl">
        <Stack gap="sm" maw={760}>
          <Textarea label={words.paste} placeholder={'https://shop.example/menu\nhttps://shop.example/map'} autosize minRows={4} maxRows={14} value={text} onChange={(event) => write(event.currentTarget.value)} />
          <Group>
            <Button variant={looked ? 'default' : 'filled'} disabled={text.trim() === ''} loading={look.isPending} onClick={() => void paste()}>
              {words.look}
            </Button>
            <FileButton onChange={(picked) => void choose(picked)} accept=".csv,.tsv,.txt,.xlsx,.xls">
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
                  {words.choose}
                </Button>
              )}
            </FileButton>
            <Text size="sm" c="dimmed">
              {words.chooseHint}
            </Text>
          </Group>
          <ProblemAlert problem={look.problem ?? take.problem} />
        </Stack>
        {looked && file && (
          <Stack gap="sm">
            <Text>
              <strong>{file.name}</strong> · {words.sum(looked.made, looked.notMade)}
            </Text>
            {looked.notMade > 0 && looked.made > 0 && <Text c="dimmed">{words.wrongFirst}</Text>}
            {looked.notices.map((notice) => (
              <Alert key={notice} color="yellow">
                {notice}
              </Alert>
            ))}
            <DataTable label={words.rows} rows={looked.rows} columns={columns} rowKey={(row) => String(row.line)} rowName={(row) => row.target || row.excerpt} name="rows" take={50} />
            {looked.made + looked.notMade > looked.rows.length && <Text c="dimmed">{words.more(looked.made + looked.notMade - looked.rows.length)}</Text>}
            {looked.made > 0 && (
              <Button style={{ alignSelf: 'flex-start' }} loading={take.isPending} onClick={() => take.mutate()}>
                {looked.notMade > 0 ? words.goGood(looked.made) : words.go(looked.made)}
              </Button>
            )}
          </Stack>
        )}
        <Past />
        <Anchor href={`/api/v1/brands/${brand.id}/links/export`} download style={{ alignSelf: 'flex-start' }}>
          {words.exportAll}
        </Anchor>
      </Stack>
    </Page>
  );
}
