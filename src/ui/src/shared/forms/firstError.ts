import type { SyntheticEvent } from 'react';

/** For a form that is not sent because something is missing: leads to the first field that says so, also where it is out of sight. */
export function toFirstError(_errors: unknown, _values: unknown, event?: SyntheticEvent<HTMLFormElement>) {
  const form = event?.currentTarget;
  setTimeout(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
}

let sent: HTMLFormElement | null = null;

/** The form that was sent last, told by whoever watches all forms. */
export function rememberSent(form: HTMLFormElement) {
  sent = form;
}

/** The same for what the server refuses: leads to the first marked field of the form that was sent last. */
export function toFirstRefused() {
  setTimeout(() => {
    if (sent?.isConnected) sent.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  });
}
