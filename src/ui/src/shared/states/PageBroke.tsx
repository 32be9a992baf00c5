import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { asProblem, Problem } from '../../api/problem';
import { t } from '../../texts';
import { ProblemPanel } from './ProblemPanel';

/** Stands in for a page that could not be loaded or drawn. */
export function PageBroke({ error, reset }: ErrorComponentProps) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  return (
    <ProblemPanel
      title={error instanceof Problem ? undefined : t.problems.pageBroke}
      problem={asProblem(error)}
      retry={() => {
        queries.reset();
        reset();
        void router.invalidate();
      }}
    />
  );
}
