import type { SyntheticEvent } from 'react';

/** For a form that is not sent because something is missing: leads to the first field that says so, also where it is out of sight. */
export function toFirstError(_errors: unknown, _values: unknown, event?: SyntheticEvent<HTMLFormElement>) {
  const form = event?.currentTarget;
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}
