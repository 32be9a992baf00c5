import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { t } from '../../texts';
import { createStore } from '../frame/store';

export interface Confirmation {
  /** A question: "Delete this token?" */
  title: string;
  /** What cannot be got back. */
  text: string;
  /** The verb on the button: "Delete token". */
  verb: string;
  /** True when nothing is destroyed: the verb is no warning. */
  calm?: boolean;
}

const asked = createStore<(Confirmation & { answer: (yes: boolean) => void }) | null>(null);

/** Only for what cannot be undone: `if (await confirm({...})) ...`. Everything else happens at once, with showUndo. */
export function confirm(question: Confirmation): Promise<boolean> {
  return new Promise((resolve) => {
    asked.set({
      ...question,
      answer: (yes) => {
        asked.set(null);
        resolve(yes);
      },
    });
  });
}

/** Draws the question; stands once at the root. */
export function ConfirmProvider() {
  const question = asked.use();
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
