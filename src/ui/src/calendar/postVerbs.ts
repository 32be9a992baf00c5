import type { Change } from './desk';
import type { Entry } from './draft';

/** What a post's status lets people do with several at once, in the order of the cycle; the server has the last word. */
const allowed: Record<Exclude<Change, 'shift' | 'setTime' | 'setDay' | 'restore'>, Entry['status'][]> = {
  submit: ['draft'],
  approve: ['inReview'],
  schedule: ['draft', 'approved'],
  unschedule: ['scheduled'],
  hold: ['draft', 'inReview', 'approved', 'scheduled'],
  resume: ['onHold', 'expired', 'missed', 'failed'],
  takeOut: ['draft', 'inReview', 'approved', 'scheduled', 'onHold', 'expired'],
  archive: ['draft', 'inReview', 'approved', 'onHold', 'expired', 'published', 'partial', 'failed', 'missed', 'unknown'],
};

export type StatusVerb = keyof typeof allowed;

interface Rights {
  mayWrite: boolean;
  mayApprove: boolean;
  mayPublish: boolean;
}

const right: Partial<Record<StatusVerb, keyof Rights>> = { approve: 'mayApprove', schedule: 'mayPublish', unschedule: 'mayPublish' };

/** The verbs that fit at least one of the posts. */
export const verbsFor = (entries: Entry[], rights: Rights): StatusVerb[] =>
  (Object.keys(allowed) as StatusVerb[]).filter(
    (verb) => rights.mayWrite && rights[right[verb] ?? 'mayWrite'] && entries.some((entry) => allowed[verb].includes(entry.status) && (verb !== 'takeOut' || entry.at != null) && (verb !== 'schedule' || entry.at != null)),
  );

/** What dragging a post from one column of the board to another does; null where it cannot go. */
export function boardChange(from: Entry['status'], to: Entry['status']): Change | null {
  const key = `${from}>${to}`;
  const changes: Record<string, Change> = {
    'draft>inReview': 'submit',
    'draft>scheduled': 'schedule',
    'inReview>approved': 'approve',
    'inReview>scheduled': 'approve',
    'approved>scheduled': 'schedule',
    'scheduled>approved': 'unschedule',
    'onHold>draft': 'resume',
    'expired>draft': 'resume',
    'missed>draft': 'resume',
    'failed>draft': 'resume',
  };
  return changes[key] ?? (to === 'onHold' && ['draft', 'inReview', 'approved', 'scheduled'].includes(from) ? 'hold' : null);
}
