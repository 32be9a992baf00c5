import { expect, it } from 'vitest';
import type { Finding } from './draft';
import { together } from './Findings';

const finding = (account: string | null, message: string, more: Partial<Finding> = {}): Finding => ({ code: 'c', blocks: true, message, account, field: null, fix: null, ...more });

it('says once what is said of several accounts, and keeps apart what each mends for itself', () => {
  const move = { kind: 'move' as const, at: '2026-12-20T11:00:00' };
  const said = together([finding('a', 'gap'), finding('b', 'gap'), finding('a', 'gap', { blocks: false }), finding(null, 'goal'), finding('a', 'too near', { fix: move }), finding('b', 'too near', { fix: move })]);
  expect(said.map(({ finding: { message }, of }) => [message, ...of])).toEqual([['gap', 'a', 'b'], ['gap', 'a'], ['goal'], ['too near', 'a'], ['too near', 'b']]);
});
