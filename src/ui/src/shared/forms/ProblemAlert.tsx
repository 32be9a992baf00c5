import { Alert } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import type { Problem } from '../../api/problem';
import { t } from '../../texts';
import { problemWords } from '../states/problemWords';
import { type ProblemForm, shownFields } from './fieldErrors';

interface Props {
  problem: Problem | null;
  /** Messages that this form shows beside its fields are not repeated. */
  form?: ProblemForm;
  /** What is wrong is wrong with a file: nothing was typed. */
  ofFile?: boolean;
}

/** Above the buttons of a form: what went wrong and what no field can say. */
export function ProblemAlert({ problem, form, ofFile = false }: Props) {
  if (!problem) return null;
  const shown = form ? shownFields(form.getValues(), problem) : [];
  const saidBeside = shown.some((field) => problem.errors[field]?.includes(problem.message));
  const words = problemWords(problem, shown);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={saidBeside ? t.problems.fix : problem.message}>
      {words || (saidBeside ? null : shown.length > 0 ? t.problems.fix : ofFile ? t.problems.safeFile : t.problems.safeEdit)}
    </Alert>
  );
}
