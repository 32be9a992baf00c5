import { Anchor, Button, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconArchive, IconArrowBackUp, IconPencil } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import { answer, client, useCommand } from '../../api';
import { DetailPanel, Figure, formatNumber, Loaded, MarkdownText, MoneySums, useMay } from '../../shared';
import { t } from '../../texts';
import { afterPiece, type Piece, type Sheet, usePiece } from './collateral';
import { DealsPart } from './DealsPart';
import { PieceForm } from './PieceForm';
import { SharePart } from './SharePart';

const words = t.collateral;
const whole = (value: number) => formatNumber(value, 0);
const archive = (collateral: string) => answer(client.POST('/api/v1/collateral/{collateral}/archive', { params: { path: { collateral } } }));
const restore = (collateral: string) => answer(client.POST('/api/v1/collateral/{collateral}/restore', { params: { path: { collateral } } }));

/** One piece beside the list: what it shows, its link to send, the deals it helped along. */
export function PiecePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const may = useMay('writePosts');
  const read = usePiece(id);
  const [changing, setChanging] = useState(false);
  return (
    <DetailPanel title={read.data?.item.title ?? words.title} onClose={onClose} actions={read.data && may && <Verbs piece={read.data.item} onChange={() => setChanging(!changing)} onClose={onClose} />}>
      <Loaded read={read}>{(sheet) => (changing ? <PieceForm key={sheet.item.version} piece={sheet.item} onDone={() => setChanging(false)} /> : <Facts sheet={sheet} />)}</Loaded>
    </DetailPanel>
  );
}

function Verbs({ piece, onChange, onClose }: { piece: Piece; onChange: () => void; onClose: () => void }) {
  const away = useCommand(() => archive(piece.id), { invalidate: afterPiece, done: words.archived(piece.title), undo: () => restore(piece.id), onDone: onClose });
  const back = useCommand(() => restore(piece.id), { invalidate: afterPiece, done: words.restored(piece.title), onDone: onClose });
  return piece.archivedAt ? (
    <Button variant="default" size="compact-sm" leftSection={<IconArrowBackUp size={15} aria-hidden />} onClick={() => back.mutate()}>
      {words.restore}
    </Button>
  ) : (
    <Group gap="xs">
      <Button variant="default" size="compact-sm" leftSection={<IconPencil size={15} aria-hidden />} onClick={onChange}>
        {words.form.change}
      </Button>
      <Button variant="default" size="compact-sm" leftSection={<IconArchive size={15} aria-hidden />} onClick={() => away.mutate()}>
        {words.archive}
      </Button>
    </Group>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {children}
    </div>
  );
}

function Facts({ sheet }: { sheet: Sheet }) {
  const { item } = sheet;
  return (
    <Stack gap="lg">
      <Stack gap="sm">
        {item.asset && <img src={`/api/v1/media/${item.asset}/content`} alt={item.title} style={{ maxWidth: '100%', borderRadius: 6 }} />}
        {item.text && <MarkdownText>{item.text}</MarkdownText>}
        {item.link && (
          <Anchor href={item.link} target="_blank" rel="noreferrer" style={{ overflowWrap: 'anywhere' }}>
            {item.link}
          </Anchor>
        )}
        <Fact label={words.columns.kind}>{words.kinds[item.kind]}</Fact>
        {item.claimText && <Fact label={words.columns.claim}>{item.claimText}</Fact>}
      </Stack>
      <SimpleGrid cols={{ base: 2, sm: 3 }} spacing="md">
        <Fact label={words.facts.uses}>
          <Figure value={item.uses} format={whole} />
        </Fact>
        <Fact label={words.facts.opened}>
          <Figure value={item.opened} format={whole} />
        </Fact>
        <Fact label={words.facts.helped}>
          <Figure value={item.opportunities} format={whole} />
        </Fact>
        <Fact label={words.facts.won}>
          <MoneySums sums={item.value} reason={words.noValue} />
        </Fact>
        {item.open.length > 0 && (
          <Fact label={words.facts.open}>
            <MoneySums sums={item.open} />
          </Fact>
        )}
      </SimpleGrid>
      {!item.archivedAt && <SharePart sheet={sheet} />}
      <DealsPart sheet={sheet} />
    </Stack>
  );
}
