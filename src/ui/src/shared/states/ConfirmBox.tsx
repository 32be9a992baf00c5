import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { t } from '../../texts';
import type { Asked } from './confirm';

/** The window of a question; without one it is closed. */
export default function ConfirmBox({ question }: { question: Asked | null }) {
  return (
    <Modal opened={question !== null} onClose={() => question?.answer(false)} title={question?.title} centered closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="lg">
        <Text>{question?.text}</Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={() => question?.answer(false)}>
            {t.actions.cancel}
          </Button>
          <Button color={question?.calm ? undefined : 'red'} onClick={() => question?.answer(true)}>
            {question?.verb}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
