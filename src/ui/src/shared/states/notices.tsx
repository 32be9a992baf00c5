import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { asProblem, type Problem } from '../../api/problem';
import { t } from '../../texts';
import { problemWords } from './problemWords';

const undoTime = 10_000;

/** Says in one short line that something worked. */
export function showDone(message: string): void {
  notifications.show({ message, icon: <IconCheck size={16} aria-hidden />, color: 'teal', autoClose: 4000, role: 'status' });
}

/** Says what went wrong; stays until it is closed, because somebody has to act. */
export function showProblem(problem: Problem): void {
  notifications.show({
    title: problem.message,
    message: problemWords(problem, []) || t.problems.nothingChanged,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    color: 'red',
    autoClose: false,
    role: 'alert',
  });
}

/** Says what happened and offers the way back for ten seconds. Runs the way back once. */
export function showUndo(message: string, undo: () => unknown): string {
  let taken = false;
  const id: string = notifications.show({
    autoClose: undoTime,
    color: 'teal',
    role: 'status',
    message: (
      <Group justify="space-between" wrap="nowrap" gap="sm">
        <Text size="sm">{message}</Text>
        <Button
          size="compact-sm"
          variant="light"
          onClick={() => {
            if (taken) return;
            taken = true;
            notifications.hide(id);
            void Promise.resolve()
              .then(undo)
              .catch((error: unknown) => showProblem(asProblem(error)));
          }}
        >
          {t.actions.undo}
        </Button>
      </Group>
    ),
  });
  return id;
}
