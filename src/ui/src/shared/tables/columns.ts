import type { ComponentType, ReactNode } from 'react';
import { locale } from '../numbers/format';

export type SortValue = string | number | boolean | Date | null | undefined;

export interface Column<Row> {
  key: string;
  title: string;
  cell: (row: Row) => ReactNode;
  /** What to sort by. Without it the column cannot be sorted. Missing values always come last. */
  sort?: (row: Row) => SortValue;
  /** Numbers stand at the right, and sort from the largest first. */
  align?: 'right';
  /** The title is said but not shown, as above a column of buttons. */
  hideTitle?: boolean;
  /** The column that names the row: opens it, and heads the card on a phone. The first one by default. */
  primary?: boolean;
  width?: number | string;
  /** Whether a card leaves the line out: an empty one says nothing there. */
  hideInCard?: (row: Row) => boolean;
  /** Sentences: on a card they stand below their title and read from the left. */
  long?: boolean;
  /** Left out while the list is narrower than this many pixels; cards show it again. */
  hideBelow?: 720 | 960;
}

export interface Filter<Row> {
  key: string;
  label: string;
  options: { value: string; label: string }[];
  test: (row: Row, value: string) => boolean;
}

export interface BulkAction<Row> {
  key: string;
  label: string;
  run: (rows: Row[]) => unknown;
  icon?: ComponentType<{ size?: number | string; stroke?: number | string }>;
}

export interface Sorting {
  key: string;
  down: boolean;
}

/** "-due" in the address means: by due, downwards. */
export function readSorting(text: string | undefined): Sorting | undefined {
  if (!text) return undefined;
  return text.startsWith('-') ? { key: text.slice(1), down: true } : { key: text, down: false };
}

export function writeSorting({ key, down }: Sorting): string {
  return down ? `-${key}` : key;
}

/** A second click on the same column turns it round. */
export function nextSorting<Row>(column: Column<Row>, now: Sorting | undefined): Sorting {
  if (now?.key === column.key) return { key: column.key, down: !now.down };
  return { key: column.key, down: column.align === 'right' };
}

function compare(a: SortValue, b: SortValue, words: Intl.Collator): number {
  if (typeof a === 'string' && typeof b === 'string') return words.compare(a, b);
  return Number(a) - Number(b);
}

const missing = (value: SortValue) => value === null || value === undefined || value === '' || (typeof value === 'number' && Number.isNaN(value));

/** The rows in the order of a column; equal rows keep their places. */
export function sortRows<Row>(rows: Row[], columns: Column<Row>[], sorting: Sorting | undefined): Row[] {
  const by = columns.find((column) => column.key === sorting?.key)?.sort;
  if (!by || !sorting) return rows;
  const words = new Intl.Collator(locale(), { numeric: true, sensitivity: 'base' });
  return rows
    .map((row) => ({ row, value: by(row) }))
    .sort((a, b) => {
      if (missing(a.value) || missing(b.value)) return Number(missing(a.value)) - Number(missing(b.value));
      return sorting.down ? compare(b.value, a.value, words) : compare(a.value, b.value, words);
    })
    .map(({ row }) => row);
}
