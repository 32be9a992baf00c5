import { describe, expect, it } from 'vitest';
import { type Draft, emptyDraft, type Finding, isOnItsWay, mend, tellOwn, textFor, toggleAccount, toldOf } from './draft';

const draft: Draft = { ...emptyDraft, text: 'Tacos at noon', accounts: [{ id: 'a', own: null }, { id: 'b', own: { text: 'Noon. Tacos.' } }] };
const finding = (fix: Finding['fix'], account: string | null = 'a') => ({ code: 'x', blocks: false, message: 'x', account, field: null, fix }) as Finding;

describe('a draft', () => {
  it('lets an account follow the shared text or speak for itself', () => {
    expect([textFor(draft, 'a'), textFor(draft, 'b')]).toEqual(['Tacos at noon', 'Noon. Tacos.']);
    expect(textFor(tellOwn(draft, 'b', null), 'b')).toBe('Tacos at noon');
    expect(toldOf(draft).map((told) => told.text)).toEqual([null, 'Noon. Tacos.']);
  });

  it('takes an account in and out', () => {
    expect(toggleAccount(draft, 'c').accounts.map((each) => each.id)).toEqual(['a', 'b', 'c']);
    expect(toggleAccount(draft, 'a').accounts.map((each) => each.id)).toEqual(['b']);
  });

  it('mends itself by one click', () => {
    expect(mend(draft, finding({ kind: 'move', at: '2026-03-31T10:00:00', text: null })).at).toBe('2026-03-31T10:00:00');
    expect(textFor(mend(draft, finding({ kind: 'retext', at: null, text: 'One\n---\nTwo' })), 'a')).toBe('One\n---\nTwo');
    expect(mend(draft, finding({ kind: 'detach', at: null, text: null })).accounts[0]?.own).toEqual({ text: 'Tacos at noon' });
    expect(mend(draft, finding({ kind: 'dropAccount', at: null, text: null })).accounts.map((each) => each.id)).toEqual(['b']);
    expect(mend(draft, finding({ kind: 'unguide', at: null, text: null }, null)).unguided).toBe(true);
    expect(mend(draft, finding(null))).toBe(draft);
  });
});

it('a post is looked at again while it is about to change by itself', () => {
  const now = Date.parse('2026-03-30T10:00:00Z');
  const due = (dueAt: string | null, status: 'scheduled' | 'draft' | 'publishing' | 'published' = 'scheduled') => isOnItsWay({ status, dueAt }, now);
  expect([due('2026-03-30T10:00:00Z'), due('2026-03-30T09:59:30Z'), due(null, 'publishing')]).toEqual([true, true, true]);
  expect([due('2026-03-31T10:00:00Z'), due('2026-03-30T09:00:00Z'), due('2026-03-30T10:00:00Z', 'draft'), due('2026-03-30T10:00:00Z', 'published')]).toEqual([false, false, false, false]);
});
