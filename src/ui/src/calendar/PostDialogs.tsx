import { Modal } from '@mantine/core';
import { t } from '../texts';
import type { Asking } from './desk';
import { EvergreenForm } from './EvergreenForm';
import { MoveForm } from './MoveForm';
import { QueueChoice } from './QueueChoice';
import { RepeatForm } from './RepeatForm';

const words = t.scheduling;

/** What asks something before it happens to posts. */
export function PostDialogs({ asking, onClose }: { asking: Asking; onClose: () => void }) {
  const { kind, entries } = asking;
  const [first] = entries;
  if (!first) return null;
  const title = { move: words.moving.title(entries.length), queue: words.queues.addTitle(entries.length), repeat: words.again.dialog, evergreen: words.evergreen.dialog }[kind];
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.actions.close }} size={kind === 'move' || kind === 'queue' ? 'md' : 'lg'}>
      {kind === 'move' && <MoveForm entries={entries} onClose={onClose} />}
      {kind === 'queue' && <QueueChoice entries={entries} onClose={onClose} />}
      {kind === 'repeat' && <RepeatForm entry={first} onClose={onClose} />}
      {kind === 'evergreen' && <EvergreenForm entry={first} onClose={onClose} />}
    </Modal>
  );
}
