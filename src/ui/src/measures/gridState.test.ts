import { describe, expect, it } from 'vitest';
import { parseBlock, spread, step } from './gridState';

describe('a block of the clipboard', () => {
  it('has a row a line and a cell a tab', () => expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([['1', '2'], ['3', '4']]));

  it('keeps quotes, tabs and line breaks inside a quoted cell', () => expect(parseBlock('"a ""b""\n\tc"\t2')).toEqual([['a "b"\n\tc', '2']]));

  it('fills to the right and below and is cut at the edge', () => {
    expect(spread([['1', '2', '3'], ['', '5', '6'], ['7', '8', '9']], { row: 0, column: 1 }, ['likes', 'reach'], ['d1', 'd2', 'd3'])).toEqual({
      'likes/d2': '1',
      'likes/d3': '2',
      'reach/d3': '5',
    });
  });
});

describe('keys', () => {
  it('move by one and stop at the edge', () => {
    expect(step('ArrowDown', { row: 0, column: 0 }, 2, 3)).toEqual({ row: 1, column: 0 });
    expect(step('ArrowDown', { row: 1, column: 0 }, 2, 3)).toEqual({ row: 1, column: 0 });
    expect(step('ArrowRight', { row: 0, column: 0 }, 2, 3, true)).toEqual({ row: 0, column: 2 });
    expect(step('End', { row: 1, column: 0 }, 2, 3)).toEqual({ row: 1, column: 2 });
  });

  it('that are letters move nothing', () => expect(step('7', { row: 0, column: 0 }, 2, 3)).toBeNull());
});
