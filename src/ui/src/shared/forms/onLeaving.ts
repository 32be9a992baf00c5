import type { FocusEvent } from 'react';

/** For a form's onBlur: saves when the focus leaves the form, as single fields do. Lists and months that open above the page still belong to it. */
export const onLeaving = (save: () => void) => (event: FocusEvent<HTMLFormElement>) => {
  const to = event.relatedTarget;
  if (to instanceof Element && (event.currentTarget.contains(to) || to.closest('[data-portal]'))) return;
  save();
};
