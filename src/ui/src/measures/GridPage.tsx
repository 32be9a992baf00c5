import { Button, Checkbox, Group, NativeSelect, SegmentedControl, Select, Stack, Text } from '@mantine/core';
import { IconChevronLeft, IconChevronRight, IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, locale, Page, ProblemAlert, useBrand, useMay, useUrl } from '../shared';
import { metricChoices } from '../shared/forms/metricChoices';
import { t } from '../texts';
import { Grid } from './Grid';
import { cellKey } from './gridState';
import { shifted } from './periodName';
import { measuresTabs } from './measure';
import { useEdits } from './useEdits';
import { useMetrics, useSubjects } from './useMetrics';

const words = t.grid;
const periods = 12;
type Length = components['schemas']['PeriodLength'];

/** Numbers as a sheet: metrics by periods, typed or pasted, saved in one step. */
export default function GridPage() {
  const brand = useBrand();
  const mayChange = useMay('editNumbers');
  const [url, setUrl] = useUrl();
  const { metrics } = useMetrics();
  const subjects = useSubjects();
  const { edits, count, change, undo, clear } = useEdits();
  const [keep, setKeep] = useState(false);
  const subject = url.subject ?? brand.id;
  const length = (url.by ?? 'week') as Length;
  const chosen = url.metrics?.split(',');
  const query = { brand: brand.id, subject, length, periods, locale: locale(), until: url.until, metrics: chosen };
  const grid = useRead(['grid', brand.id, subject, length, url.until, url.metrics], () => answer(client.GET('/api/v1/numbers/grid', { params: { query } })), { keep: true });
  const cells = Object.entries(edits).map(([key, text]) => ({ metric: key.split('/')[0] ?? '', start: key.split('/')[1] ?? '', text }));
  const check = useRead(
    ['grid-check', brand.id, subject, length, JSON.stringify(edits)],
    (signal) => answer(client.POST('/api/v1/numbers/check', { body: { brand: brand.id, subject, cells, length, locale: locale() }, signal })),
    { enabled: count > 0 },
  );
  const results = new Map((count > 0 ? (check.data ?? []) : []).map((result) => [cellKey(result.metric, result.start), result]));
  const bad = [...results.values()].filter((result) => result.outcome === 'bad').length;
  const replaced = [...results.values()].filter((result) => result.outcome === 'replaced').length;
  const save = useCommand(() => answer(client.POST('/api/v1/numbers', { body: { brand: brand.id, subject, cells, length, locale: locale(), partial: bad > 0, replace: !keep } })), {
    invalidate: [['grid', brand.id], ['number-subjects', brand.id]],
    done: (_, result) => (result.batch ? words.done(result.stored) : words.nothing),
    undo: (_, result) => (result.batch ? answer(client.POST('/api/v1/observation-batches/{batch}/withdraw', { params: { path: { batch: result.batch } } })) : Promise.resolve()),
    quiet: true,
    onDone: clear,
  });
  const look = (changes: Record<string, string | undefined>) => {
    clear();
    setUrl(changes);
  };
  const shownMetrics = grid.data?.rows.map((row) => row.metric.key) ?? [];
  const turn = (by: number) => grid.data && setUrl({ until: shifted(grid.data.periods.at(-1) ?? '', length, by * periods) });
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={measuresTabs}
      action={
        <Button component="a" variant="default" leftSection={<IconDownload size={16} aria-hidden />} href={`/api/v1/numbers/export?brand=${brand.id}&subject=${subject}`} download>
          {words.export}
        </Button>
      }
    >
      <Stack gap="md">
        <Group gap="md" align="flex-end">
          <NativeSelect label={words.of} value={subject} onChange={(event) => look({ subject: event.currentTarget.value })} data={(subjects.data ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
          <SegmentedControl aria-label={words.length} value={length} onChange={(by) => look({ by, until: undefined })} data={Object.entries(words.lengths).map(([value, label]) => ({ value, label }))} />
          <Group gap="xs">
            <Button variant="default" leftSection={<IconChevronLeft size={16} aria-hidden />} onClick={() => turn(-1)}>
              {words.earlier}
            </Button>
            <Button variant="default" rightSection={<IconChevronRight size={16} aria-hidden />} onClick={() => turn(1)} disabled={!url.until}>
              {words.later}
            </Button>
          </Group>
        </Group>
        {!mayChange && <Text c="dimmed">{words.readOnly}</Text>}
        <Loaded read={grid}>
          {(view) => <Grid key={`${view.subject}/${view.length}/${view.periods[0]}`} view={view} edits={edits} results={results} mayChange={mayChange} change={change} undo={undo} />}
        </Loaded>
        {mayChange && (
          <Select
            aria-label={words.addMetric}
            placeholder={words.addMetric}
            searchable
            maw={320}
            value={null}
            onChange={(key) => key && setUrl({ metrics: [...shownMetrics, key].join(',') })}
            data={metricChoices(metrics.filter((metric) => !shownMetrics.includes(metric.key)))}
          />
        )}
        {count > 0 && (
          <Stack gap="xs" role="status">
            <Text>{bad > 0 ? words.bad(bad) : words.changed(count)}</Text>
            {replaced > 0 && <Checkbox label={`${words.replaces(replaced)} ${words.keep}`} checked={keep} onChange={(event) => setKeep(event.currentTarget.checked)} />}
            <ProblemAlert problem={save.problem} />
            <Group>
              <Button onClick={() => save.mutate()} loading={save.isPending} disabled={count === bad || !check.data}>
                {bad > 0 ? words.savePartial(count - bad) : words.save(count)}
              </Button>
              <Button variant="default" onClick={undo}>
                {t.actions.undo}
              </Button>
              <Button variant="subtle" onClick={clear}>
                {words.discard}
              </Button>
            </Group>
          </Stack>
        )}
      </Stack>
    </Page>
  );
}
