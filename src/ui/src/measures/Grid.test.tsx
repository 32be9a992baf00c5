import { createEvent, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { show } from '../shared/testing/show';
import { Grid } from './Grid';
import { useEdits } from './useEdits';

const metric = { unit: 'count', direction: 'up', aggregation: 'sum', class: 'engagement', level: 'outTake', least: 0, most: null, factor: 1, formula: '', source: '', enabled: true, note: null, custom: false } as const;
const view = {
  subject: 'brand_1',
  length: 'week',
  periods: ['2026-03-02', '2026-03-09', '2026-03-16'],
  rows: [
    { metric: { ...metric, key: 'likes', name: 'Likes' }, numbers: [{ place: 0, value: 7, text: '7', source: 'grid', revision: 1 }] },
    { metric: { ...metric, key: 'saves', name: 'Saves' }, numbers: [] },
  ],
} as never;

function Sheet() {
  const { edits, change, undo } = useEdits();
  return <Grid view={view} edits={edits} results={new Map()} mayChange change={change} undo={undo} />;
}

const texts = () => screen.getAllByRole('gridcell').map((cell) => cell.textContent);

describe('the grid', () => {
  it('shows a dash where there is no number', async () => {
    await show(<Sheet />);
    expect(texts()).toEqual(['7', '–', '–', '–', '–', '–']);
  });

  it('takes a pasted block from the chosen cell and takes it back as one step', async () => {
    await show(<Sheet />);
    const cell = screen.getAllByRole('gridcell')[1] as HTMLElement;
    fireEvent.focus(cell);
    const paste = createEvent.paste(cell, { clipboardData: { getData: () => '1,5\t2\n3\t4\t5' } });
    fireEvent(cell, paste);
    expect(texts()).toEqual(['7', '1,5', '2', '–', '3', '4']);
    fireEvent.keyDown(cell, { key: 'z', ctrlKey: true });
    expect(texts()).toEqual(['7', '–', '–', '–', '–', '–']);
  });

  it('is typed into, and Escape leaves a cell as it was', async () => {
    await show(<Sheet />);
    const cell = screen.getAllByRole('gridcell')[0] as HTMLElement;
    fireEvent.focus(cell);
    fireEvent.keyDown(cell, { key: '9' });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '95' } });
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    expect(texts()[0]).toBe('7');
    fireEvent.keyDown(cell, { key: '9' });
    fireEvent.change(screen.getByRole('textbox'), { target: { value: '95' } });
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Enter' });
    expect(texts()[0]).toBe('95');
  });
});
