import type { KeyboardEvent } from 'react';

const focusable = 'a[href], button:not([disabled])';
const at = (cell: Element | undefined) => (cell ? [...cell.querySelectorAll<HTMLElement>(focusable)] : []);

/**
 * Arrow keys walk over a grid of cells, row by row: left and right to the neighbour, up and down within a cell and then to the
 * next row. Cells without anything to hold are stepped over.
 */
export function walk(event: KeyboardEvent<HTMLElement>, columns: number): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns }[event.key];
  if (step === undefined) return;
  const here = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  if (!here) {
    // From the grid itself, an arrow leads to the first thing in it.
    const first = event.target === event.currentTarget ? event.currentTarget.querySelector<HTMLElement>('[data-cell] a[href], [data-cell] button:not([disabled])') : null;
    if (first) {
      event.preventDefault();
      first.focus();
    }
    return;
  }
  const within = at(here);
  const place = within.indexOf(event.target as HTMLElement);
  if (place < 0) return;
  event.preventDefault();
  const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
  const beside = vertical ? within[place + Math.sign(step)] : undefined;
  if (beside) {
    beside.focus();
    return;
  }
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')];
  for (let next = cells.indexOf(here) + step; next >= 0 && next < cells.length; next += step) {
    const found = at(cells[next]);
    const goal = event.key === 'ArrowUp' ? found.at(-1) : found[0];
    if (goal) {
      goal.focus();
      return;
    }
  }
}

/** Arrow keys on a board: up and down within a column, left and right to the next one that holds something, at about the same height. */
export function walkColumns(event: KeyboardEvent<HTMLElement>): void {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const across = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  const down = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  const here = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  const within = here ? at(here) : [];
  const place = within.indexOf(event.target as HTMLElement);
  if (!here || place < 0 || (across === undefined && down === undefined)) return;
  event.preventDefault();
  if (down !== undefined) {
    within[place + down]?.focus();
    return;
  }
  const cells = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-cell]')];
  for (let next = cells.indexOf(here) + (across ?? 0); next >= 0 && next < cells.length; next += across ?? 1) {
    const found = at(cells[next]);
    const goal = found[Math.min(place, found.length - 1)];
    if (goal) {
      goal.focus();
      return;
    }
  }
}
