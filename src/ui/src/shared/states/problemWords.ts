import type { Problem } from '../../api/problem';

/** The detail and every field message that no field on the page shows itself. */
export function problemWords(problem: Problem, shownFields: string[]): string {
  const rest = Object.entries(problem.errors)
    .filter(([field]) => !shownFields.includes(field))
    .flatMap(([, messages]) => messages);
  const detail = problem.detail && problem.detail !== problem.message ? [problem.detail] : [];
  return [...new Set([...detail, ...rest])].join(' ');
}
