/** How a schedule is chosen on the screen; anything else is an own rule in RFC 5545's letters. */
export type Rhythm = 'monthly' | 'quarterly' | 'weekly' | 'fortnightly' | 'own';

export interface ChosenRhythm {
  rhythm: Rhythm;
  nth: string;
  day: string;
  rule: string;
}

const start: ChosenRhythm = { rhythm: 'monthly', nth: '-1', day: 'TH', rule: '' };

/** The letters of a choice: last Thursday of each month -> FREQ=MONTHLY;BYDAY=-1TH. */
export function ruleOf({ rhythm, nth, day, rule }: ChosenRhythm): string {
  switch (rhythm) {
    case 'monthly':
      return `FREQ=MONTHLY;BYDAY=${nth}${day}`;
    case 'quarterly':
      return `FREQ=MONTHLY;INTERVAL=3;BYDAY=${nth}${day}`;
    case 'weekly':
      return `FREQ=WEEKLY;BYDAY=${day}`;
    case 'fortnightly':
      return `FREQ=WEEKLY;INTERVAL=2;BYDAY=${day}`;
    case 'own':
      return rule;
  }
}

/** The choice that a rule's letters stand for. */
export function rhythmOf(rule: string | undefined): ChosenRhythm {
  if (!rule) return start;
  const monthly = /^FREQ=MONTHLY(;INTERVAL=3)?;BYDAY=(-1|[1-4])([A-Z]{2})$/.exec(rule);
  if (monthly) return { rhythm: monthly[1] ? 'quarterly' : 'monthly', nth: monthly[2] ?? '-1', day: monthly[3] ?? 'TH', rule };
  const weekly = /^FREQ=WEEKLY(;INTERVAL=2)?;BYDAY=([A-Z]{2})$/.exec(rule);
  if (weekly) return { ...start, rhythm: weekly[1] ? 'fortnightly' : 'weekly', day: weekly[2] ?? 'TH', rule };
  return { ...start, rhythm: 'own', rule };
}
