import type { Problem } from '../../api/problem';
import { toFirstRefused } from './firstError';

/** What we need of a Mantine form: any `useForm()` fits. */
export interface ProblemForm {
  setErrors(errors: Record<string, string>): void;
  getValues(): unknown;
}

/** "Steps[0].Title", "$.steps[0].title" and "/steps/0/title" all name the form's "steps.0.title". */
export function formPath(field: string): string {
  return field
    .replace(/^(\$\.?|\/)/, '')
    .replaceAll('/', '.')
    .replace(/\[(\w+)\]/g, '.$1')
    .split('.')
    .filter((part) => part !== '')
    .map((part) => part.charAt(0).toLowerCase() + part.slice(1))
    .join('.');
}

/** Whether a form has a field there that a person can mend, or a group of fields that says what is wrong with it: a list of rows shows no message of its own. */
function has(values: unknown, path: string): boolean {
  let at: unknown = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  const rows = Array.isArray(at) && at.some((row) => typeof row === 'object' && row !== null);
  return !rows;
}

/** Where the form has the server's field: as it is named, or without the names of what it is wrapped in, as in "sheet.source.sample". */
function pathIn(values: unknown, field: string): string | null {
  const parts = formPath(field).split('.');
  return parts.map((_, from) => parts.slice(from).join('.')).find((path) => path !== '' && has(values, path)) ?? null;
}

/** What stands beside a field need not name it; the screen calls it by another name than the API anyway. */
const beside = (message: string) => message.replace(/^[A-Z][a-zA-Z ]* is empty\. (?=Write)/, '');

/** The problem's messages by form path, for those fields that the form has. */
export function fieldErrorsFor(values: unknown, problem: Problem): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problem.errors)
      .map(([field, messages]) => [pathIn(values, field), beside(messages.join(' '))] as const)
      .filter((pair): pair is [string, string] => pair[0] !== null),
  );
}

/** Names of the problem's fields, as the server wrote them, that the form shows beside its inputs. */
export function shownFields(values: unknown, problem: Problem): string[] {
  return Object.keys(problem.errors).filter((field) => pathIn(values, field) !== null);
}

/** Puts each message beside its field. What has no field is left to a ProblemAlert. */
export function showFieldErrors(form: ProblemForm, problem: Problem): void {
  const errors = fieldErrorsFor(form.getValues(), problem);
  if (Object.keys(errors).length === 0) return;
  form.setErrors(errors);
  toFirstRefused();
}
