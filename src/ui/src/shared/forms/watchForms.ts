import { rememberSent } from './firstError';

/**
 * Looks after every form of the page: what somebody typed and did not send is not lost by a reload without a question, and a
 * form with a field that cannot be read is not sent.
 */
export function watchForms(at: Document = document): () => void {
  const begun = new Set<HTMLFormElement>();
  const formOf = (event: Event) => (event.target instanceof Element ? event.target.closest('form') : null);
  const type = (event: Event) => {
    const form = formOf(event);
    // Fields that save themselves stand in forms without a button.
    if (form?.querySelector('[type="submit"]')) begun.add(form);
  };
  const send = (event: Event) => {
    const form = formOf(event);
    const unreadable = form?.querySelector<HTMLElement>('[data-unreadable]');
    if (unreadable) {
      event.preventDefault();
      event.stopPropagation();
      unreadable.focus();
    } else if (form) {
      begun.delete(form);
      rememberSent(form);
    }
  };
  const leave = (event: BeforeUnloadEvent) => {
    for (const form of begun) if (!form.isConnected) begun.delete(form);
    if (begun.size > 0) event.preventDefault();
  };
  at.addEventListener('input', type);
  at.addEventListener('submit', send, true);
  at.defaultView?.addEventListener('beforeunload', leave);
  return () => {
    at.removeEventListener('input', type);
    at.removeEventListener('submit', send, true);
    at.defaultView?.removeEventListener('beforeunload', leave);
  };
}
