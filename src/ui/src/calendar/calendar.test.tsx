import { describe, expect, it } from 'vitest';
import { openingsOf } from './GapChip';
import type { Gaps } from './data';

const gaps = [
  { account: 'social_account_a', network: 'x', handle: 'taco', wanted: 3, day: {}, week: {}, weeks: [{ week: '2026-03-30', planned: 1, verdict: 'belowTarget', openings: ['2026-04-02T10:00:00', '2026-03-31T10:00:00'] }] },
  { account: 'social_account_b', network: 'bluesky', handle: 'taco', wanted: 1, day: {}, week: {}, weeks: [{ week: '2026-03-30', planned: 0, verdict: 'belowMin', openings: ['2026-04-01T10:00:00'] }] },
] as unknown as Gaps[];

describe('gaps of the cadence', () => {
  it('stand in time order over all accounts', () =>
    expect(openingsOf(gaps).map((opening) => [opening.at.slice(0, 10), opening.network])).toEqual([
      ['2026-03-31', 'x'],
      ['2026-04-01', 'bluesky'],
      ['2026-04-02', 'x'],
    ]));
  it('are none while nothing is known', () => expect(openingsOf(undefined)).toEqual([]));
});
