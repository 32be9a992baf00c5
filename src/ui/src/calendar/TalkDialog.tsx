import { Modal } from '@mantine/core';
import { useUrl } from '../shared';
import { t } from '../texts';
import type { Talk } from './conversations';
import { TalkForm } from './TalkForm';

const words = t.scheduling.conversations;

/** The conversation that the address names, or a fresh one. */
export function TalkDialog({ talks, at }: { talks: Talk[]; at: string }) {
  const [url, setUrl] = useUrl();
  const found = talks.find((talk) => talk.conversation.id !== null && talk.conversation.id === url.conversation)?.conversation ?? null;
  const open = url.conversation === 'new' || found !== null;
  const close = () => setUrl({ conversation: undefined });
  return (
    <Modal opened={open} onClose={close} title={found ? words.edit : words.add} closeButtonProps={{ 'aria-label': t.actions.close }} size="lg">
      {open && <TalkForm key={found?.id ?? 'new'} conversation={found} at={at} onClose={close} />}
    </Modal>
  );
}
