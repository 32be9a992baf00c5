import { Alert, Button, Group, List, Progress, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Day, Empty, formatNumber, formatPercent, Loaded, NoData, Page, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { AddWatch, CountForm } from './WatchForms';
import { type Watch } from './data';
import { rivalTabs } from './tabs';

const words = t.competitors.voice;
type Span = components['schemas']['VoiceSpan'];

/** How much of the talk is about us, and what people talk about without us. */
export default function VoicePage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const mayEdit = useMay('editPlan');
  const share = useRead(['voice', brand.id], () => answer(client.GET('/api/v1/share-of-voice', { params: { query: { brand: brand.id } } })));
  const watch = useRead(['voice', brand.id, 'words'], () => answer(client.GET('/api/v1/watch-terms', { params: { query: { brand: brand.id } } })));
  const add = () => setUrl({ add: 'word' }, true);
  return (
    <Page
      title={t.competitors.title}
      purpose={words.purpose}
      help={words.help}
      tabs={rivalTabs}
      action={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <Loaded read={watch}>
        {(terms) =>
          terms.length === 0 ? (
            <Empty title={words.emptyTitle} text={words.empty} action={mayEdit ? { label: words.add, onClick: add } : undefined} />
          ) : (
            <Stack gap="xl">
              <Loaded read={share}>
                {(view) => (
                  <Stack gap="lg">
                    {view.spans.length === 0 && <Text c="dimmed">{words.noShare}</Text>}
                    {view.spans.slice(0, 4).map((span) => (
                      <SpanView key={span.from + span.until + span.source} span={span} />
                    ))}
                    {view.leftOut.length > 0 && (
                      <List size="sm" c="dimmed">
                        {view.leftOut.map((left) => (
                          <List.Item key={left.from + left.until + left.source}>
                            <Day date={left.from} /> – <Day date={left.until} />, {left.source}: {left.why}
                          </List.Item>
                        ))}
                      </List>
                    )}
                  </Stack>
                )}
              </Loaded>
              <Gaps terms={terms} />
              <Words terms={terms} />
            </Stack>
          )
        }
      </Loaded>
      {mayEdit && url.add === 'word' && <AddWatch onClose={() => setUrl({ add: undefined })} />}
    </Page>
  );
}

function SpanView({ span }: { span: Span }) {
  return (
    <section aria-label={`${span.from} ${span.until}`}>
      <Group gap="sm" mb="xs">
        <Title order={2} size="md">
          {words.share(formatPercent(span.ownShare, 0))}
        </Title>
        <Text size="sm" c="dimmed">
          <Day date={span.from} /> – <Day date={span.until} />, {span.source}
        </Text>
      </Group>
      <Table.ScrollContainer minWidth={360}>
        <Table verticalSpacing={6}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.competitors.benchmark.who}</Table.Th>
              <Table.Th w="40%">{words.ofTalk}</Table.Th>
              <Table.Th ta="right">{words.mentions}</Table.Th>
              <Table.Th ta="right">{words.ofEngagement}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {span.voices.map((voice) => (
              <Table.Tr key={voice.competitor ?? 'own'}>
                <Table.Td fw={voice.own ? 600 : undefined}>{voice.who}</Table.Td>
                <Table.Td>
                  <Group gap="xs" wrap="nowrap">
                    <Progress value={voice.share * 100} color={voice.own ? 'teal' : 'gray'} flex={1} aria-label={`${voice.who}: ${formatPercent(voice.share, 0)}`} />
                    <Text size="sm" className="figures" w={44} ta="right">
                      {formatPercent(voice.share, 0)}
                    </Text>
                  </Group>
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {formatNumber(voice.mentions, 0)}
                </Table.Td>
                <Table.Td ta="right" className="figures">
                  {voice.engagementShare === null || voice.engagementShare === undefined ? <NoData reason={words.noEngagement} /> : formatPercent(voice.engagementShare, 0)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {span.missing.length > 0 && (
        <Text size="sm" c="dimmed">
          {words.missing(span.missing.join(', '))}
        </Text>
      )}
    </section>
  );
}

function Gaps({ terms }: { terms: Watch[] }) {
  const gaps = terms.map((term) => term.gap).filter((gap) => gap !== null && gap !== undefined);
  if (gaps.length === 0) return null;
  return (
    <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
      <Text fw={600}>{words.gaps}</Text>
      <List size="sm">
        {gaps.map((gap) => (
          <List.Item key={gap}>{gap}</List.Item>
        ))}
      </List>
    </Alert>
  );
}

function Words({ terms }: { terms: Watch[] }) {
  const mayEdit = useMay('editPlan');
  const mayCount = useMay('editNumbers');
  const brand = useBrand();
  const stop = useCommand((term: Watch) => answer(client.DELETE('/api/v1/watch-terms/{term}', { params: { path: { term: term.id } } })), {
    invalidate: [['voice']],
    done: (term) => words.stopped(term.text),
    undo: (term) => answer(client.POST('/api/v1/watch-terms', { body: { brand: brand.id, text: term.text, kind: term.kind, competitor: term.competitor } })),
  });
  return (
    <section aria-label={words.words}>
      <Title order={2} size="md" mb="sm">
        {words.words}
      </Title>
      <Stack gap="xs">
        {terms.map((term) => (
          <Group key={term.id} justify="space-between" gap="sm" py={6} style={{ borderTop: '1px solid var(--bw-line)' }}>
            <div style={{ flex: '1 1 220px', minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {term.text}
              </Text>
              <Text size="sm" c="dimmed">
                {term.competitorName ?? words.kinds[term.kind]}
              </Text>
            </div>
            <Text size="sm" className="figures">
              {term.counts[0] ? (
                <>
                  {words.found(formatNumber(term.counts[0].mentions, 0))} <Day date={term.counts[0].from} /> – <Day date={term.counts[0].until} />
                </>
              ) : (
                <NoData reason={words.notCounted} />
              )}
            </Text>
            <Group gap="xs">
              {mayCount && <CountForm term={term} />}
              {mayEdit && (
                <Button variant="subtle" size="compact-sm" onClick={() => stop.mutate(term)}>
                  {words.stop}
                </Button>
              )}
            </Group>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
