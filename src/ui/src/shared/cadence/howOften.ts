import type { components } from '../../api';
import { t } from '../../texts';

export type Cadence = components['schemas']['CadenceView'];
type HowOften = components['schemas']['HowOften'];

const words = t.calendar.rhythm;

/** "1 to 6, aim for 3". */
export function howOften({ min, target, max }: HowOften): string {
  const bounds = min != null && max != null ? words.span(min, max) : min != null ? words.least(min) : max != null ? words.most(max) : undefined;
  return [bounds, target == null ? undefined : words.aim(target)].filter(Boolean).join(', ') || '–';
}

/** A cadence with this many a day at most: what was above it comes down to it, and the week asks for no more than its days allow. */
export function withMost({ day, week, spacingMinutes, quiet }: Pick<Cadence, 'day' | 'week' | 'spacingMinutes' | 'quiet'>, most: number) {
  const down = (value: number | null | undefined, to: number) => (value == null ? value : Math.min(value, to));
  return {
    day: { min: down(day.min, most), target: down(day.target, most), max: most },
    week: { min: down(week.min, 7 * most), target: down(week.target, 7 * most), max: down(week.max, 7 * most) },
    spacingMinutes,
    quiet: quiet ?? undefined,
  };
}
