import { Alert, Button, Code, Group, Loader, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { answer, client, useRead } from '../../api';
import { ProblemAlert, useBrand } from '../../shared';
import { t } from '../../texts';

const words = t.sites;
const soon = 2_000;
const patience = 90_000;

/** Waits for the first report, and says meanwhile what may keep it away. */
export function TestNow({ first, primary }: { first: string | undefined; primary: boolean }) {
  const brand = useBrand();
  const queries = useQueryClient();
  const [page, setPage] = useState('');
  const [run, setRun] = useState<{ since: string; page: string | undefined } | null>(null);
  const [waits, setWaits] = useState(false);
  const ask = (look: boolean) => answer(client.GET('/api/v1/brands/{brand}/site/test', { params: { path: { brand: brand.id }, query: { since: run?.since, page: run?.page, look } } }));
  // The page is read once; whether something came is asked until it has.
  const looked = useRead(['site-look', brand.id, run?.since], () => ask(true), { enabled: run !== null });
  const read = useRead(['site-test', brand.id, run?.since], () => ask(false), { enabled: run !== null, every: waits ? soon : undefined });
  const found = read.data?.finding === 'waiting' ? looked.data : read.data;
  const settled = found?.finding === 'works' || found?.finding === 'noHosts' || read.problem !== null;
  useEffect(() => {
    if (!waits) return;
    const end = setTimeout(() => setWaits(false), patience);
    return () => clearTimeout(end);
  }, [waits, run]);
  useEffect(() => {
    if (!settled) return;
    setWaits(false);
    if (found?.finding === 'works') for (const key of ['site', 'site-visits']) void queries.invalidateQueries({ queryKey: [key, brand.id] });
  }, [settled, found?.finding, queries, brand.id]);
  const start = () => {
    // Clocks of browsers are a little off.
    setRun({ since: new Date(Date.now() - 15_000).toISOString(), page: page.trim() || undefined });
    setWaits(true);
  };
  return (
    <Stack gap="sm">
      <Text c="dimmed">{words.testHint}</Text>
      <Group align="flex-end">
        <TextInput label={words.testPage} placeholder={`https://${first ?? 'shop.example'}/`} value={page} onChange={(event) => setPage(event.currentTarget.value)} miw={260} />
        <Button variant={primary ? 'filled' : 'default'} onClick={start} disabled={waits}>
          {run ? words.again : words.test}
        </Button>
        {waits && (
          <Button variant="subtle" color="gray" onClick={() => setWaits(false)}>
            {words.stop}
          </Button>
        )}
      </Group>
      <div aria-live="polite">
        {waits && (
          <Group gap="xs">
            <Loader size="xs" aria-hidden />
            <Text>{words.wait}</Text>
          </Group>
        )}
        <ProblemAlert problem={read.problem} />
        {found && (
          <Alert
            mt="sm"
            variant="light"
            color={found.finding === 'works' ? 'teal' : 'gray'}
            icon={found.finding === 'works' ? <IconCheck aria-hidden /> : <IconAlertTriangle aria-hidden />}
            title={words.findings[found.finding]}
          >
            <Stack gap={4}>
              {found.page && <Text style={{ overflowWrap: 'anywhere' }}>{found.page}</Text>}
              {found.outcome && found.outcome !== 'counted' && <Text fw={600}>{t.tracking.outcomes[found.outcome] ?? found.outcome}</Text>}
              <Text>{words.ways[found.finding]}</Text>
              {found.detail && (found.finding === 'pageUnread' ? <Text>{found.detail}</Text> : <Code block>{found.detail}</Code>)}
            </Stack>
          </Alert>
        )}
      </div>
    </Stack>
  );
}
