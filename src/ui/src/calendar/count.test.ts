import { describe, expect, it } from 'vitest';
import { countText, fitsOf, partsOf, tightest, withShortLinks } from './count';

const family = '👨‍👩‍👧';
const longLink = `https://example.org/${'a'.repeat(100)}`;

describe('counting as the networks do', () => {
  it.each([
    ['Hello, world! 👋', 'xWeighted', 16],
    [family, 'graphemes', 1],
    [family, 'utf8Bytes', 18],
    [family, 'threads', 18],
    [family, 'xWeighted', 2],
    [family, 'utf16', 8],
    [longLink, 'xWeighted', 23],
    [longLink, 'mastodon', 23],
    [longLink, 'graphemes', 120],
    [longLink, 'threads', 120],
    ['@ana@example.social hello', 'mastodon', 10],
    ['日本', 'xWeighted', 4],
    ['日本', 'codePoints', 2],
  ] as const)('%s in %s is %i', (text, unit, expected) => expect(countText(text, unit)).toBe(expected));

  it('looks at the second limit as well and shows the fuller one', () => {
    const fits = fitsOf({ limit: 300, unit: 'graphemes', secondLimit: 3000, secondUnit: 'utf8Bytes', urlWeight: null, required: false, threads: true } as never, family.repeat(200));
    expect(fits.map((fit) => fit.count)).toEqual([200, 3600]);
    expect(tightest(fits)?.unit).toBe('utf8Bytes');
  });

  it('takes less under a picture where the network does', () => {
    const telegram = { limit: 4096, captionLimit: 1024, unit: 'utf16', urlWeight: null, required: false, threads: true } as never;
    expect([fitsOf(telegram, 'x')[0]?.limit, fitsOf(telegram, 'x', true)[0]?.limit]).toEqual([4096, 1024]);
  });
});

it('counts links as short as they will be', () => {
  expect(withShortLinks(`See ${longLink}.`, 'https://go.example')).toBe('See https://go.example/l/xxxxxxx.');
  expect(withShortLinks('https://go.example/l/abc', 'https://go.example')).toBe('https://go.example/l/abc');
});

it('cuts a thread at lines of three dashes', () => {
  expect(partsOf('One\r\n---\r\nTwo --- still two\n ---\n')).toEqual(['One', 'Two --- still two']);
  expect(partsOf('')).toEqual(['']);
});
