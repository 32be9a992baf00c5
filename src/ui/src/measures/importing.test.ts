import { describe, expect, it } from 'vitest';
import { chosen, chosenNow, type ColumnReport, type ImportMapping, shownColumns, withColumn } from './importing';

const column = { table: 0, place: 1, column: 'Likes', metric: null, subject: null, times: 1, over: null, why: 'No metric' };

describe('a chosen file', () => {
  it('is sent as the bytes it has', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0, 255, 10]);
    const file = { name: 'a.csv', size: 6, lastModified: 1, arrayBuffer: () => Promise.resolve(bytes.buffer) } as unknown as File;
    expect(await chosen(file)).toEqual({ name: 'a.csv', content: '77u/AP8K', key: 'a.csv/6/1' });
  });
});

describe('a mapping', () => {
  it('changes one column and drops its old reason', () => {
    const mapping = { columns: [column, { ...column, place: 2 }] } as unknown as ImportMapping;
    expect(withColumn(mapping, column, { metric: 'likes' }).columns).toEqual([{ ...column, metric: 'likes', why: null }, { ...column, place: 2 }]);
  });

  it('says what a column becomes now, not when it was last looked at', () => {
    const mapping = { columns: [{ ...column, metric: 'likes' }] } as unknown as ImportMapping;
    expect(chosenNow(mapping, column).metric).toBe('likes');
    expect(chosenNow(mapping, { ...column, place: 9 })).toEqual({ ...column, place: 9 });
  });

  it('shows columns that have numbers, and those that are imported', () => {
    const report = (metric: string | null, numbers: number) => ({ choice: { ...column, metric }, numbers }) as unknown as ColumnReport;
    expect(shownColumns([report(null, 0), report(null, 3), report('likes', 0)]).length).toBe(2);
  });
});
