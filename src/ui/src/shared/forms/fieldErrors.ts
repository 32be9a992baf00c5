import type { Problem } from '../../api/problem';

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

function has(values: unknown, path: string): boolean {
  let at: unknown = values;
  for (const part of path.split('.')) {
    if (typeof at !== 'object' || at === null || !(part in at)) return false;
    at = (at as Record<string, unknown>)[part];
  }
  return true;
}

/** What stands beside a field need not name it; the screen calls it by another name than the API anyway. */
const beside = (message: string) => message.replace(/^[A-Z][a-zA-Z ]* is empty\. (?=Write)/, '');

/** The problem's messages by form path, for those fields that the form has. */
export function fieldErrorsFor(values: unknown, problem: Problem): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problem.errors)
      .map(([field, messages]) => [formPath(field), beside(messages.join(' '))] as const)
      .filter(([path]) => has(values, path)),
  );
}

/** Names of the problem's fields, as the server wrote them, that the form shows beside its inputs. */
export function shownFields(values: unknown, problem: Problem): string[] {
  return Object.keys(problem.errors).filter((field) => has(values, formPath(field)));
}

/** Puts each message beside its field. What has no field is left to a ProblemAlert. */
export function showFieldErrors(form: ProblemForm, problem: Problem): void {
  const errors = fieldErrorsFor(form.getValues(), problem);
  if (Object.keys(errors).length > 0) form.setErrors(errors);
}
