import { describe, expect, it } from 'vitest';
import type { AccountState } from '../../api/account';
import { rightPlace } from './roots';
import { safeNext } from './safeNext';
import { parseSearch, stringifySearch } from './search';
import { pickBrand } from './useAccount';

const state = (setUp: boolean, signedIn: boolean): AccountState => ({ setUp, signedIn, codeNeeded: false, member: null, workspace: null, brands: [] });

describe('who belongs where', () => {
  it.each([
    [false, false, '/goals', '/setup'],
    [false, false, '/setup', undefined],
    [true, false, '/goals', '/signin'],
    [true, false, '/setup', '/signin'],
    [true, false, '/signin', undefined],
    [true, false, '/join/abc', undefined],
    [true, true, '/join/abc', undefined],
    [true, true, '/signin', '/'],
    [true, true, '/setup', '/'],
    [true, true, '/goals', undefined],
  ])('set up %s, signed in %s, at %s: %s', (setUp, signedIn, at, place) => expect(rightPlace(state(setUp, signedIn), at)).toBe(place));

  it.each([
    ['/goals?status=lagging', '/goals?status=lagging'],
    ['//evil.example', '/'],
    ['https://evil.example', '/'],
    ['/\\evil.example', '/'],
    [undefined, '/'],
  ])('after sign-in %s leads to %s', (next, to) => expect(safeNext(next)).toBe(to));
});

it('the address is plain text and comes back the same', () => {
  const search = stringifySearch({ status: 'lagging', q: 'a b&c', page: 2, gone: undefined, empty: '' });
  expect(search).toBe('?status=lagging&q=a+b%26c&page=2');
  expect(parseSearch(search)).toEqual({ status: 'lagging', q: 'a b&c', page: '2' });
});

it('shows the brand of the address, else the last one, else the first', () => {
  const brands = ['a', 'b', 'c'].map((id) => ({ id, name: id, zone: 'UTC', currency: 'EUR' }));
  expect(pickBrand(brands, 'b', 'c')?.id).toBe('b');
  expect(pickBrand(brands, 'gone', 'c')?.id).toBe('c');
  expect(pickBrand(brands, undefined, 'gone')?.id).toBe('a');
});
