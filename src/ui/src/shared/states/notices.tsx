import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react';
import { asProblem, type Problem } from '../../api/problem';
import { t } from '../../texts';
import { problemWords } from './problemWords';

const undoTime = 10_000;
/** More than these would stand in the way of what is being done. */
const most = 2;
const closeButtonProps = { 'aria-label': t.actions.close };

const shown: string[] = [];

/** The newest of what worked stay; what somebody has to act on is not touched. */
function keepFew(id: string): string {
  shown.push(id);
  for (const old of shown.splice(0, shown.length - most)) notifications.hide(old);
  return id;
}

/** What one would do next, offered in the notice itself. */
export interface NextStep {
  label: string;
  run: () => void;
}

/** Says in one short line that something worked; one with a step to take stays as long as a way back does. */
export function showDone(message: string, next?: NextStep): void {
  const looks = { closeButtonProps, icon: <IconCheck size={16} aria-hidden />, color: 'teal', role: 'status' } as const;
  if (!next) {
    keepFew(notifications.show({ ...looks, message, autoClose: 4000 }));
    return;
  }
  const id: string = notifications.show({
    ...looks,
    autoClose: undoTime,
    message: (
      <WithButton
        message={message}
        label={next.label}
        onClick={() => {
          notifications.hide(id);
          next.run();
        }}
      />
    ),
  });
  keepFew(id);
}

function WithButton({ message, label, onClick }: { message: string; label: string; onClick: () => void }) {
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{message}</Text>
      <Button size="compact-sm" variant="light" flex="none" onClick={onClick}>
        {label}
      </Button>
    </Group>
  );
}

/** Says what went wrong; stays long enough to be read twice, and not so long that it lies over what is to be mended. */
export function showProblem(problem: Problem): void {
  notifications.show({
    closeButtonProps,
    title: problem.message,
    message: problemWords(problem, []) || t.problems.nothingChanged,
    icon: <IconAlertTriangle size={16} aria-hidden />,
    color: 'red',
    autoClose: 20_000,
    role: 'alert',
  });
}

/** Says what happened and offers the way back for ten seconds. Runs the way back once. */
export function showUndo(message: string, undo: () => unknown): string {
  let taken = false;
  const id: string = notifications.show({
    closeButtonProps,
    autoClose: undoTime,
    color: 'teal',
    role: 'status',
    message: (
      <WithButton
        message={message}
        label={t.actions.undo}
        onClick={() => {
          if (taken) return;
          taken = true;
          notifications.hide(id);
          void Promise.resolve()
            .then(undo)
            .catch((error: unknown) => showProblem(asProblem(error)));
        }}
      />
    ),
  });
  return keepFew(id);
}
