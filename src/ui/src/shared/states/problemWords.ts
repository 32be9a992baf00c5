import type { Problem } from '../../api/problem';

/** Field messages that nothing on the page shows yet and that the problem itself does not say. */
export function problemWords(problem: Problem, shownFields: string[]): string {
  const rest = Object.entries(problem.errors)
    .filter(([field]) => !shownFields.includes(field))
    .flatMap(([, messages]) => messages)
    .filter((message) => message !== problem.message);
  return [...new Set(rest)].join(' ');
}
