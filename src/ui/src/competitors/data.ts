import { answer, client, type components, useRead } from '../api';
import { formatNumber, useBrand } from '../shared';

type Schemas = components['schemas'];
export type Rival = Schemas['CompetitorView'];
export type Snapshot = Schemas['SnapshotView'];
export type Figures = Schemas['Figures'];
export type BenchmarkNetwork = Schemas['BenchmarkNetwork'];
export type BenchmarkRow = Schemas['BenchmarkRow'];
export type Measure = NonNullable<Schemas['BenchmarkMeasure']>;
export type Practice = Schemas['BestPracticeView'];
export type SwotPoint = Schemas['SwotPointView'];
export type SwotKind = SwotPoint['kind'];
export type Example = Schemas['InspirationView'];
export type AuthorType = Example['authorType'];
export type Borrowed = Schemas['BorrowedView'];
export type Watch = Schemas['WatchTermView'];

export const measures: Measure[] = ['followers', 'postsPerWeek', 'engagementPerPost', 'responseMinutes'];

/** Everything that shows rivals or their figures is read again after a change. */
export const rivalKeys = [['competitors'], ['benchmark'], ['voice'], ['gates']];

/** The rivals of the brand on screen. */
export function useRivals(archived = false) {
  const brand = useBrand();
  return useRead(['competitors', brand.id, archived], () => answer(client.GET('/api/v1/competitors', { params: { query: { brand: brand.id, archived } } })), { keep: true });
}

/** Whole numbers stay whole, small ones keep a decimal. */
export const figure = (value: number) => formatNumber(value, Math.abs(value) >= 100 || Number.isInteger(value) ? 0 : 1);
