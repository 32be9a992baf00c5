import { Anchor, Code, Stack, Text, Timeline, Title } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { DetailPanel, handleOn, Loaded, Moment, NetworkMark, useBrand } from '../shared';
import { t } from '../texts';
import { Figures } from './Figures';
import { PublicationActions } from './PublicationActions';
import { PublicationMark } from './PublicationMark';

type Line = components['schemas']['AttemptView'];
const words = t.publishing;

/** Everything that was tried, in words; the network's own answer folded away. */
function Log({ lines }: { lines: Line[] }) {
  const { zone } = useBrand();
  if (lines.length === 0) return <Text c="dimmed">{words.logEmpty}</Text>;
  return (
    <Timeline bulletSize={12} lineWidth={2}>
      {lines.map((line) => (
        <Timeline.Item key={line.id} title={words.kinds[line.kind]}>
          <Text size="sm">{line.words}</Text>
          <Text size="xs" c="dimmed">
            <Moment at={line.startedAt} zone={zone} />
          </Text>
          {line.raw && (
            <details>
              <Text component="summary" size="xs" c="dimmed">
                {words.rawAnswer}
              </Text>
              <Code block mah={200} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }}>
                {line.raw}
              </Code>
            </details>
          )}
        </Timeline.Item>
      ))}
    </Timeline>
  );
}

/** One publication beside the list: what happened, what to do, and its log. */
export function PublicationPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const { zone } = useBrand();
  const read = useRead(['publication', id], () => answer(client.GET('/api/v1/publications/{publication}', { params: { path: { publication: id } } })), { every: 10_000 });
  return (
    <DetailPanel title={read.data?.publication.title ?? words.post} onClose={onClose}>
      <Loaded read={read}>
        {({ publication: one, log }) => (
          <Stack gap="md">
            <Stack gap={4} align="flex-start">
              <NetworkMark network={one.network} name={handleOn(one.network, one.handle)} />
              <PublicationMark one={one} />
              <Text size="sm" c="dimmed">
                {words.due} <Moment at={one.dueAt} zone={zone} />
              </Text>
              {one.nextTryAt && (
                <Text size="sm" c="dimmed">
                  {words.nextTry} <Moment at={one.nextTryAt} zone={zone} />
                </Text>
              )}
              {one.url && (
                <Anchor href={one.url} target="_blank" rel="noreferrer">
                  {words.open}
                </Anchor>
              )}
            </Stack>
            {one.problem && (
              <div>
                <Text>{one.problem}</Text>
                {one.wayOut && <Text c="dimmed">{one.wayOut}</Text>}
              </div>
            )}
            <PublicationActions one={one} />
            {(one.status === 'confirmed' || one.commentOnly) && <Figures publication={one.id} />}
            <Title order={3}>{words.log}</Title>
            <Log lines={log} />
          </Stack>
        )}
      </Loaded>
    </DetailPanel>
  );
}
