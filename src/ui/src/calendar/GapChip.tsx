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
}

/** Every proposed time of every account, in time order. */
export const openingsOf = (gaps: Gaps[] | undefined): Opening[] =>
  (gaps ?? [])
    .flatMap((gap) => gap.weeks.flatMap((week) => week.openings.map((at) => ({ at, account: gap.account, network: gap.network, handle: gap.handle }))))
    .sort((a, b) => a.at.localeCompare(b.at));

/** A time that the cadence asks for and nothing fills: opens a new post there. */
export function GapChip({ opening }: { opening: Opening }) {
  return (
    <Tooltip label={t.calendar.gapHint}>
      <Link to="/calendar/new" search={{ at: opening.at, account: opening.account } as never} className={classes.gap}>
        <NetworkMark network={opening.network} size={14} iconOnly />
        <time className="figures">{clockOf(opening.at)}</time>
        <span className={classes.words}>{t.calendar.gap(opening.handle)}</span>
      </Link>
    </Tooltip>
  );
}
