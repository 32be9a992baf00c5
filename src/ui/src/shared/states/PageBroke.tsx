import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { asProblem, Problem } from '../../api/problem';
import { t } from '../../texts';
import { ProblemPanel } from './ProblemPanel';

/** Stands in for a page that could not be loaded or drawn. */
export function PageBroke({ error, reset, outside = false }: ErrorComponentProps & { outside?: boolean }) {
  const router = useRouter();
  const queries = useQueryErrorResetBoundary();
  const panel = (
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
  return outside ? <main style={{ padding: 'clamp(16px, 8vh, 80px) clamp(16px, 6vw, 80px)' }}>{panel}</main> : panel;
}

/** The same, when even the frame could not be drawn. */
export function ScreenBroke(props: ErrorComponentProps) {
  return <PageBroke {...props} outside />;
}
