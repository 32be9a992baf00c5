import type { components } from '../../api';
import { readDate, readTime } from '../../shared/forms/dates';

type RowView = components['schemas']['TemplateRowView'];

/** A row as the API takes it. */
export interface RowText {
  id: string | null;
  day: string;
  place: string | null;
  from: string | null;
  to: string | null;
  values: Record<string, string>;
}

/** A row as it is typed: every cell is text. */
export interface Row {
  /** Stable while the page is open; the id of the stored row where there is one. */
  key: string;
  id: string | null;
  cells: Record<string, string>;
}

/** Columns that every table has; further ones are variables. */
export const fixed = ['day', 'place', 'from', 'to'] as const;
/** Variables that come from the row and its day. */
export const ownNames = ['place', 'from', 'to', 'until', 'day', 'date'];

let made = 0;
export const freshRow = (cells: Record<string, string> = {}): Row => ({ key: `new-${++made}`, id: null, cells });

const clock = (time: string | null | undefined) => time?.slice(0, 5) ?? '';

export const rowsOf = (rows: RowView[]): Row[] =>
  rows.map((row) => ({ key: row.id, id: row.id, cells: { day: row.day, place: row.place ?? '', from: clock(row.from), to: clock(row.to), ...row.values } }));

export const columnsOf = (rows: Row[], variables: string[]): string[] => [
  ...fixed,
  ...new Set([...variables.filter((name) => !ownNames.includes(name)), ...rows.flatMap((row) => Object.keys(row.cells).filter((name) => !fixed.includes(name as never)))]),
];

export const isBlank = (row: Row) => Object.values(row.cells).every((cell) => cell.trim() === '');

/** A cell as it is kept: times as 09:30, dates as 2026-12-24, the rest as typed. */
export function tidy(column: string, text: string): string {
  const said = text.trim();
  if (column === 'from' || column === 'to') return readTime(said) ?? said;
  if (column === 'day') return readDate(said) ?? said;
  return said;
}

/** What is wrong with a cell before anybody asked the server. */
export const isWrongTime = (column: string, text: string) => (column === 'from' || column === 'to') && text.trim() !== '' && readTime(text) === null;

export const toRowText = (row: Row): RowText => {
  const { day = '', place = '', from = '', to = '', ...rest } = Object.fromEntries(Object.entries(row.cells).map(([column, text]) => [column, tidy(column, text)]));
  const values = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== ''));
  return { id: row.id, day, place: place || null, from: from || null, to: to || null, values };
};

/** A pasted block as lines of cells. */
export const parseBlock = (text: string): string[][] =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/\n$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));

/** Puts a block into the table from a cell on; rows are added where it reaches beyond the last. */
export function paste(rows: Row[], columns: string[], at: { row: number; column: number }, block: string[][]): Row[] {
  const next = [...rows];
  block.forEach((line, down) => {
    const place = at.row + down;
    const row = next[place] ?? freshRow();
    const cells = { ...row.cells };
    line.forEach((text, right) => {
      const column = columns[at.column + right];
      if (column) cells[column] = tidy(column, text);
    });
    next[place] = { ...row, cells };
  });
  return next;
}

/** What a row says, by the names of the variables. */
export function valuesOf(row: Row | undefined): Record<string, string> {
  if (!row) return {};
  const tidied = Object.fromEntries(Object.entries(row.cells).map(([column, text]) => [column, tidy(column, text)]));
  return { ...tidied, until: tidied.to ?? '', date: /^\d{4}-/.test(tidied.day ?? '') ? (tidied.day ?? '') : '' };
}

const variable = /\{\{\s*([^{}\r\n]{1,60}?)\s*\}\}/gu;
const nameOf = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** The variables of some texts, each once. */
export const variablesIn = (texts: string[]): string[] => [...new Set(texts.flatMap((text) => [...text.matchAll(variable)].map((match) => nameOf(match[1] ?? ''))))];

/** The text with what is known filled in; gaps stay as they are written. */
export const fillIn = (text: string, values: Record<string, string>) => text.replace(variable, (written, name: string) => values[nameOf(name)]?.trim() || written);
