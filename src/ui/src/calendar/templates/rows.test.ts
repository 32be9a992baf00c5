import { describe, expect, it } from 'vitest';
import { columnsOf, fillIn, freshRow, paste, rowsOf, tidy, toRowText, valuesOf, variablesIn } from './rows';

describe('the table of a template', () => {
  it('has a column for each variable that the row itself does not fill', () => {
    expect(columnsOf([freshRow({ day: 'Mon', dish: 'Birria' })], ['place', 'until', 'dish', 'price'])).toEqual(['day', 'place', 'from', 'to', 'dish', 'price']);
  });

  it('takes a pasted block from a cell on and grows by the rows it needs', () => {
    const rows = paste([freshRow({ day: 'Mon' })], ['day', 'place', 'from', 'to'], { row: 0, column: 1 }, [['Market', '11', '3 pm'], ['Station', '930', '15:00', 'beyond']]);
    expect(rows.map((row) => row.cells)).toEqual([{ day: 'Mon', place: 'Market', from: '11:00', to: '15:00' }, { place: 'Station', from: '09:30', to: '15:00' }]);
  });

  it('sends what is typed as the server reads it, and keeps the row it was', () => {
    const [row] = rowsOf([{ id: 'template_row_1', day: 'Mon', inWords: 'every Monday', place: 'Harbour', from: '11:00:00', to: null, values: { dish: 'Birria' }, off: false }]);
    expect(toRowText(row!)).toEqual({ id: 'template_row_1', day: 'Mon', place: 'Harbour', from: '11:00', to: null, values: { dish: 'Birria' } });
    expect(toRowText(freshRow({ day: ' Tue ', dish: ' ' }))).toEqual({ id: null, day: 'Tue', place: null, from: null, to: null, values: {} });
  });

  it('leaves what is no time as it is typed, so that nothing is lost', () => expect(tidy('from', 'noonish')).toBe('noonish'));

  it('fills a preview, and gaps stay to be seen', () => {
    expect(fillIn('{{ Place }} until {{until}}: {{dish}}', valuesOf(freshRow({ day: 'Mon', place: 'Harbour', to: '15' })))).toBe('Harbour until 15:00: {{dish}}');
    expect(variablesIn(['{{Place}} {{ dish  of day }}', '{{place}}'])).toEqual(['place', 'dish of day']);
  });
});
