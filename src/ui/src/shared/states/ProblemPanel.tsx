import { Button, Paper, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Problem } from '../../api/problem';
import { t } from '../../texts';
import { problemWords } from './problemWords';

interface Props {
  problem: Problem;
  /** Instead of the problem's own title. */
  title?: string;
  /** What is safe; by default that reading changed nothing. */
  safe?: ReactNode;
  /** What to do; by default to try again. */
  todo?: ReactNode;
  retry?: () => void;
}

/** In place of what could not be shown: what happened, what is safe, what to do. */
export function ProblemPanel({ problem, title, safe = t.problems.safeRead, todo, retry }: Props) {
  const words = problemWords(problem, []);
  // What is refused for what was asked is refused again: its own words say what to change.
  const canRetry = retry && ![400, 403, 404, 422].includes(problem.status);
  const advice = todo ?? (canRetry ? t.problems.retryHint : null);
  return (
    <Paper role="alert" p="lg" my="md" maw={640}>
      <Stack gap="md" align="flex-start">
        <div>
          <Title order={2} c="var(--bw-bad)">
            <IconAlertTriangle size={18} aria-hidden style={{ verticalAlign: '-3px' }} /> {title ?? problem.message}
          </Title>
          {(words || title) && <Text mt={4}>{words || problem.message}</Text>}
        </div>
        <Part label={t.problems.safe}>{safe}</Part>
        {advice && <Part label={t.problems.todo}>{advice}</Part>}
        {canRetry && (
          <Button variant="default" leftSection={<IconRefresh size={16} aria-hidden />} onClick={retry}>
            {t.actions.retry}
          </Button>
        )}
      </Stack>
    </Paper>
  );
}

function Part({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="xs" c="dimmed" fw={600}>
        {label}
      </Text>
      <Text>{children}</Text>
    </div>
  );
}
