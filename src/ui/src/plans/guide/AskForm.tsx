import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Command } from '../../api/useCommand';
import { ProblemAlert } from '../../shared';
import { t } from '../../texts';

interface Props {
  keep: Pick<Command<never, unknown>, 'isPending' | 'problem'>;
  /** False while something needed is empty. */
  ready: boolean;
  onSend: () => void;
  /** On without an answer; it can be given later. */
  onLater: () => void;
  children: ReactNode;
}

/** The form of one question: its fields, what was wrong with them, and the one button. */
export function AskForm({ keep, ready, onSend, onLater, children }: Props) {
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) onSend();
      }}
    >
      <Stack gap="md">
        {children}
        <ProblemAlert problem={keep.problem} />
        <Group>
          <Button type="submit" loading={keep.isPending} disabled={!ready}>
            {t.guide.send}
          </Button>
          <Button variant="subtle" onClick={onLater}>
            {t.guide.later}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
