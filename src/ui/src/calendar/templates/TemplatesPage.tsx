import { Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { calendarTabs } from '../../tabs';
import { type Column, DataTable, Day, Empty, EmptyExample, Figure, formatNumber, LineForm, Loaded, NetworkMark, NoData, Page, useBrand, useMay, useUrl } from '../../shared';
import { t } from '../../texts';
import { usePlan } from '../data';
import { WithGaps } from './FillPart';
import { afterTemplate } from './useTemplate';

type Line = components['schemas']['PostTemplateLine'];
const words = t.postTemplates;
const whole = (value: number) => formatNumber(value, 0);

const base: Column<Line>[] = [
  { key: 'name', title: words.columns.name, primary: true, cell: (line) => line.name, sort: (line) => line.name },
  { key: 'text', title: words.columns.text, hideBelow: 720, cell: (line) => <WithGaps text={line.text} asVariables />, hideInCard: (line) => line.text === '' },
  { key: 'networks', title: words.columns.networks, hideBelow: 960, hideInCard: (line) => line.networks.length === 0, cell: (line) => <Group gap={6} wrap="nowrap">{line.networks.map((network) => <NetworkMark key={network} network={network} iconOnly />)}</Group> },
  { key: 'rows', title: words.columns.rows, align: 'right', cell: (line) => <Figure value={line.rows} format={whole} />, sort: (line) => line.rows },
  { key: 'ahead', title: words.columns.ahead, align: 'right', cell: (line) => <Figure value={line.ahead} format={whole} />, sort: (line) => line.ahead },
  { key: 'until', title: words.columns.until, cell: (line) => (line.filledUntil ? <Day date={line.filledUntil} /> : <NoData reason={words.neverFilled} />), sort: (line) => line.filledUntil },
];

/** The posts that come again: each a text with variables and its table. */
export default function TemplatesPage() {
  const brand = useBrand();
  const plan = usePlan();
  const mayWrite = useMay('writePosts');
  const navigate = useNavigate();
  const [url, setUrl] = useUrl();
  const archived = url.archived === 'yes';
  const read = useRead(['post-templates', 'list', brand.id, archived], () => answer(client.GET('/api/v1/post-templates', { params: { query: { brand: brand.id, archived } } })));
  const open = (id: string) => void navigate({ to: '/calendar/templates/$template', params: { template: id } });
  const add = useCommand((name: string) => answer(client.POST('/api/v1/post-templates', { body: { brand: brand.id, name, plan: plan?.id ?? null } })), {
    invalidate: afterTemplate,
    done: (_, made) => words.added(made.name),
    onDone: (made) => open(made.id),
  });
  const restore = useCommand((line: Line) => answer(client.POST('/api/v1/post-templates/{template}/restore', { params: { path: { template: line.id } } })), {
    invalidate: afterTemplate,
    done: (line) => words.restored(line.name),
  });
  const columns: Column<Line>[] = archived && mayWrite
    ? [...base, { key: 'restore', title: words.restore, hideTitle: true, cell: (line) => <Button size="compact-sm" variant="default" onClick={() => restore.mutate(line)}>{words.restore}</Button> }]
    : base;
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={calendarTabs}>
      <Stack gap="lg">
        <SegmentedControl
          aria-label={words.which}
          value={archived ? 'yes' : 'no'}
          onChange={(value) => setUrl({ archived: value === 'yes' ? value : undefined })}
          data={[
            { value: 'no', label: words.inUse },
            { value: 'yes', label: words.archivedOnes },
          ]}
          style={{ alignSelf: 'flex-start' }}
        />
        {mayWrite && !archived && <LineForm label={words.addLabel} placeholder={words.addHint} verb={words.add} primary maxLength={120} onSend={(name) => add.mutateAsync(name)} />}
        <Loaded read={read}>
          {(lines) => (
            <DataTable
              label={words.title}
              rows={lines}
              columns={columns}
              rowKey={(line) => line.id}
              rowName={(line) => line.name}
              onOpen={archived ? undefined : (line) => open(line.id)}
              searchText={lines.length > 8 ? (line) => `${line.name} ${line.text}` : undefined}
              empty={
                archived ? (
                  <Text c="dimmed">{words.noArchived}</Text>
                ) : (
                  <Empty
                    title={words.emptyTitle}
                    text={words.empty}
                    example={
                      <EmptyExample>
                        <Text>
                          <WithGaps text={words.example} asVariables />
                        </Text>
                        <Text c="dimmed">{words.exampleFilled}</Text>
                      </EmptyExample>
                    }
                  />
                )
              }
            />
          )}
        </Loaded>
      </Stack>
    </Page>
  );
}
