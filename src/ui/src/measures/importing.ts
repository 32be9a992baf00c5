import type { components } from '../api';

type Schemas = components['schemas'];
export type ImportPreview = Schemas['ImportPreview'];
export type ImportMapping = Schemas['ImportMapping'];
export type ColumnChoice = Schemas['ColumnChoice'];
export type ColumnReport = Schemas['ColumnReport'];
export type ImportRun = Schemas['ImportRunView'];
export type Metric = Schemas['Metric'];
export type MeasureSubject = Schemas['MeasureSubject'];

/** A file as it is sent: its bytes as base64. */
export interface ChosenFile {
  name: string;
  content: string;
  /** Tells two files apart in query keys without their bytes. */
  key: string;
}

/** Reads a file that somebody chose. */
export async function chosen(file: File): Promise<ChosenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = '';
  for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768));
  return { name: file.name, content: btoa(text), key: `${file.name}/${file.size}/${file.lastModified}` };
}

export const sameColumn = (one: ColumnChoice, other: ColumnChoice) => one.table === other.table && one.place === other.place;

/** What a column is to become by the choices as they stand, which may be newer than those it was looked at with. */
export const chosenNow = (mapping: ImportMapping, seen: ColumnChoice) => mapping.columns.find((each) => sameColumn(each, seen)) ?? seen;

/** The mapping with one column changed. A metric that somebody chose needs no reason any more. */
export function withColumn(mapping: ImportMapping, column: ColumnChoice, change: Partial<ColumnChoice>): ImportMapping {
  return { ...mapping, columns: mapping.columns.map((each) => (sameColumn(each, column) ? { ...each, why: null, ...change } : each)) };
}

/** Columns worth showing: those with numbers, and those that are imported. */
export function shownColumns(columns: ColumnReport[]): ColumnReport[] {
  return columns.filter((column) => column.choice.metric !== null || column.choice.why === null || column.numbers > 0);
}
