import { describe, expect, it } from 'vitest';
import type { Entry } from './draft';
import { boardChange, verbsFor } from './postVerbs';

const all = { mayWrite: true, mayApprove: true, mayPublish: true };
const post = (status: Entry['status'], at: string | null = '2026-04-01T10:00:00') => ({ post: status, status, at }) as Entry;

describe('what can be done with marked posts', () => {
  it('fits at least one of them', () => expect(verbsFor([post('draft'), post('scheduled')], all)).toEqual(['submit', 'schedule', 'unschedule', 'hold', 'takeOut', 'archive']));
  it('needs the right to do it', () => expect(verbsFor([post('inReview')], { ...all, mayApprove: false })).not.toContain('approve'));
  it('schedules nothing without a day', () => expect(verbsFor([post('draft', null)], all)).not.toContain('schedule'));
});

describe('the board', () => {
  it('does with a drag what the verb does', () => expect([boardChange('draft', 'inReview'), boardChange('inReview', 'approved'), boardChange('scheduled', 'approved'), boardChange('approved', 'onHold')]).toEqual(['submit', 'approve', 'unschedule', 'hold']));
  it('takes nothing back that is out', () => expect(boardChange('published', 'draft')).toBeNull());
});
