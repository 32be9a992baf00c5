import type { KeyboardEvent } from 'react';

const opener = '[data-row-open]';

/** Up, Down, Home and End move from row to row; x marks. Enter opens because each row's name is a button. */
export function moveByKeys(event: KeyboardEvent<HTMLElement>, mark: (() => void) | undefined): void {
  const from = event.target as HTMLElement;
  if (!from.matches(opener) || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>(opener)];
  const at = all.indexOf(from);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
  if (to !== undefined) {
    event.preventDefault();
    all[Math.min(all.length - 1, Math.max(0, to))]?.focus();
  } else if (event.key === 'x' && mark) {
    event.preventDefault();
    mark();
  }
}
