import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { DetailPanel, FunnelStrip, InlineEdit, Loaded, useMay } from '../shared';
import { t } from '../texts';
import { CopyShort } from './CopyShort';
import { EndPart } from './link/EndPart';
import { PlacePart } from './link/PlacePart';
import { QrPart } from './link/QrPart';
import { RulesPart } from './link/RulesPart';
import { TrafficPart } from './link/TrafficPart';

type TrackedLink = components['schemas']['LinkView'];
const words = t.tracking.links;

const archive = (link: string) => answer(client.POST('/api/v1/links/{link}/archive', { params: { path: { link } }, body: {} }));
const restore = (link: string) => answer(client.POST('/api/v1/links/{link}/restore', { params: { path: { link } }, body: {} }));

function Verbs({ link }: { link: TrackedLink }) {
  const refresh = [['links'], ['link', link.id]];
  const away = useCommand(() => archive(link.id), { invalidate: refresh, done: words.archivedSaid(link.code), undo: () => restore(link.id) });
  const back = useCommand(() => restore(link.id), { invalidate: refresh, done: words.restoredSaid(link.code) });
  return link.archivedAt ? (
    <Button variant="default" size="compact-sm" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => back.mutate()}>
      {words.restore}
    </Button>
  ) : (
    <Button variant="default" size="compact-sm" leftSection={<IconArchive size={15} aria-hidden />} onClick={() => away.mutate()}>
      {words.archive}
    </Button>
  );
}

function Facts({ link }: { link: TrackedLink }) {
  const may = useMay('writePosts');
  const change = useCommand(
    (body: { title?: string; target?: string }) => answer(client.PATCH('/api/v1/links/{link}', { params: { path: { link: link.id } }, body: { ...body, ifVersion: link.version } })),
    { invalidate: [['links'], ['link', link.id]], quiet: true },
  );
  return (
    <Stack gap="md">
      <CopyShort short={link.short} />
      <FunnelStrip subject={link.id} />
      <TrafficPart link={link.id} />
      <div>
        <Text size="xs" c="dimmed">
          {words.name}
        </Text>
        <InlineEdit label={words.name} value={link.title ?? ''} placeholder={words.addName} disabled={!may} onSave={(title) => change.mutateAsync({ title })} />
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {words.target}
        </Text>
        <InlineEdit label={words.target} value={link.target} disabled={!may} onSave={(target) => change.mutateAsync({ target })} />
      </div>
      <div>
        <Text size="xs" c="dimmed">
          {words.preview}
        </Text>
        <Anchor href={link.destination} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
          {link.destination}
        </Anchor>
        <Text size="xs" c="dimmed">
          {words.outcomes[link.outcome]}
        </Text>
      </div>
      <PlacePart link={link} may={may} />
      {link.passClickId && link.isOwnHost && <Text size="xs" c="dimmed">{words.passes}</Text>}
      <RulesPart key={`rules ${JSON.stringify(link.rules)}`} link={link} may={may} />
      <EndPart key={`end ${link.lastDay} ${link.mostClicks} ${link.fallback}`} link={link} may={may} />
      <QrPart link={link} />
    </Stack>
  );
}

/** One link beside the list: its numbers, where it leads, what it counts for. */
export function LinkPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay('writePosts');
  const read = useRead(['link', id], () => answer(client.GET('/api/v1/links/{link}', { params: { path: { link: id } } })));
  return (
    <DetailPanel title={read.data ? (read.data.title ?? read.data.code) : words.title} onClose={onClose} actions={read.data && may && <Verbs link={read.data} />}>
      <Loaded read={read}>{(link) => <Facts key={link.id} link={link} />}</Loaded>
    </DetailPanel>
  );
}
