import { expect, it } from 'vitest';
import { type Column, nextSorting, readSorting, sortRows, writeSorting } from './columns';

interface Row {
  name: string;
  now: number | null;
}

const name: Column<Row> = { key: 'name', title: 'Name', cell: (r) => r.name, sort: (r) => r.name };
const value: Column<Row> = { key: 'now', title: 'Now', align: 'right', cell: (r) => r.now, sort: (r) => r.now };
const rows: Row[] = [
  { name: 'Goal 10', now: 5 },
  { name: 'goal 2', now: null },
  { name: 'Äpfel', now: 40 },
];
const names = (sort: string) => sortRows(rows, [name, value], readSorting(sort)).map((row) => row.name);

it('sorts words as people do, and numbers in them by value', () => expect(names('name')).toEqual(['Äpfel', 'goal 2', 'Goal 10']));

it('puts missing values last in both directions', () => {
  expect(names('now').at(-1)).toBe('goal 2');
  expect(names('-now')).toEqual(['Äpfel', 'Goal 10', 'goal 2']);
});

it('leaves the order alone when the address names no column', () => expect(names('nothing')).toEqual(rows.map((row) => row.name)));

it('starts numbers from the largest and turns round on the second click', () => {
  const first = nextSorting(value, undefined);
  expect(writeSorting(first)).toBe('-now');
  expect(writeSorting(nextSorting(value, first))).toBe('now');
  expect(writeSorting(nextSorting(name, first))).toBe('name');
});
