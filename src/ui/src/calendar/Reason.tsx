import { Button, Modal, Stack, Textarea } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts';

interface Props {
  opened: boolean;
  title: string;
  label: string;
  verb: string;
  onClose: () => void;
  onGiven: (why: string) => void;
}

/** Asks for a reason in a sentence. */
export function Reason({ opened, title, label, verb, onClose, onGiven }: Props) {
  const [why, setWhy] = useState('');
  const give = () => {
    onGiven(why.trim());
    setWhy('');
    onClose();
  };
  return (
    <Modal opened={opened} onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="md">
        <Textarea label={label} data-autofocus autosize minRows={2} maxLength={1000} value={why} onChange={(event) => setWhy(event.currentTarget.value)} />
        <Button onClick={give} disabled={why.trim() === ''} style={{ alignSelf: 'flex-start' }}>
          {verb}
        </Button>
      </Stack>
    </Modal>
  );
}
