import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { NetworkMark } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import type { Gaps } from './data';
import { clockOf } from './days';

export interface Opening {
  at: string;
  account: string;
  network: string;
  handle: string;
  /** How many posts are missing there. */
  count: number;
}

/** Every proposed time of every account, in time order. */
export const openingsOf = (gaps: Gaps[] | undefined): Opening[] =>
  (gaps ?? [])
    .flatMap((gap) => gap.weeks.flatMap((week) => week.openings.map((at) => ({ at, account: gap.account, network: gap.network, handle: gap.handle, count: 1 }))))
    .sort((a, b) => a.at.localeCompare(b.at));

/** One opening a day and account: the first one, with how many there are. */
export function byDay(openings: Opening[]): Opening[] {
  const found = new Map<string, Opening>();
  for (const opening of openings) {
    const key = `${opening.account} ${opening.at.slice(0, 10)}`;
    const known = found.get(key);
    found.set(key, known ? { ...known, count: known.count + 1 } : opening);
  }
  return [...found.values()];
}

/** A time that the cadence asks for and nothing fills: opens a new post there. */
export function GapChip({ opening }: { opening: Opening }) {
  return (
    <Tooltip label={`@${opening.handle}: ${t.calendar.gapHint}`}>
      <Link to="/calendar/new" search={{ at: opening.at, account: opening.account } as never} className={classes.gap}>
        <NetworkMark network={opening.network} size={14} iconOnly />
        <time className="figures">{clockOf(opening.at)}</time>
        <span className={classes.words}>{opening.count > 1 ? t.calendar.gaps(opening.count) : t.calendar.gap}</span>
      </Link>
    </Tooltip>
  );
}
