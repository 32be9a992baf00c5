import { Fragment, useEffect, useRef } from 'react';
import { t } from '../texts';
import bandClasses from './Bands.module.css';
import classes from './Calendar.module.css';
import type { CalendarData, Theme } from './data';
import { daysFrom, longDay } from './days';
import { BandLink } from './BandLink';
import { type Band, lanesOf } from './bands';
import type { Entry } from './draft';
import { GapChip, type Opening } from './GapChip';
import { PostChip } from './PostChip';
import { useDrop } from './useDrop';

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

interface Props {
  first: string;
  data: CalendarData;
  /** The present local time of the brand. */
  now: string;
  themes: Theme[];
  openings: Opening[];
  bands: Band[];
  onMove: (entry: Entry, at: string) => void;
  onNudge: (entry: Entry, days: number, hours: number) => void;
}

/** A week by the hour; each hour takes dragged posts. */
export function WeekGrid({ first, data, now, themes, openings, bands, onMove, onNudge }: Props) {
  const days = daysFrom(first, 7);
  const lanes = lanesOf(bands, first, 7);
  const covered = 36 + lanes.length * 26;
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The morning is worth seeing first; the night is a scroll away.
    const morning = scroll.current?.querySelector<HTMLElement>('[data-hour="07"]');
    if (scroll.current && morning) scroll.current.scrollTop += morning.getBoundingClientRect().top - scroll.current.getBoundingClientRect().top - covered;
  }, [first, covered]);
  const drop = (date: string, hour: string) => (post: string) => {
    const entry = data.posts.find((each) => each.post === post);
    const at = `${date}T${hour}${entry?.at?.slice(13) ?? ':00:00'}`;
    if (entry && entry.at !== at) onMove(entry, at);
  };
  return (
    <div className={classes.scroll} ref={scroll} style={{ maxHeight: '72vh', overflowY: 'auto' }} role="region" aria-label={t.calendar.views.week} tabIndex={0}>
      <div className={classes.week}>
        <div className={classes.weekHead} />
        {days.map((date) => (
          <div key={date} className={classes.weekHead} aria-current={date === data.today ? 'date' : undefined}>
            <time dateTime={date} style={{ fontWeight: date === data.today ? 600 : 400 }}>
              {longDay(date)}
            </time>
          </div>
        ))}
        {lanes.map((lane, place) => (
          <Fragment key={lane[0]?.band.id}>
            {/* Takes the whole row, so that no hour slips in beside a band. */}
            <div className={bandClasses.weekLane} data-last={place === lanes.length - 1 || undefined} style={{ gridColumn: '1 / -1', gridRow: place + 2, '--lane': place } as never} />
            {lane.map((piece) => (
              <div key={piece.band.id} className={bandClasses.weekBand} style={{ gridColumn: `${piece.first + 2} / span ${piece.days}`, gridRow: place + 2, '--lane': place } as never}>
                <BandLink piece={piece} whole />
              </div>
            ))}
          </Fragment>
        ))}
        {hours.map((hour) => (
          <Fragment key={hour}>
            <div className={`figures ${classes.hour}`} data-hour={hour}>{`${hour}:00`}</div>
            {days.map((date) => (
              <HourCell
                key={date}
                past={`${date}T${hour}:59:59` < now}
                slot={`${date}T${hour}`}
                posts={data.posts.filter((entry) => entry.at?.startsWith(`${date}T${hour}`))}
                openings={openings.filter((opening) => opening.at.startsWith(`${date}T${hour}`))}
                themes={themes}
                onDrop={drop(date, hour)}
                onNudge={onNudge}
              />
            ))}
          </Fragment>
        ))}
      </div>
    </div>
  );
}

interface CellProps {
  past: boolean;
  slot: string;
  posts: Entry[];
  openings: Opening[];
  themes: Theme[];
  onDrop: (post: string) => void;
  onNudge: Props['onNudge'];
}

function HourCell({ past, slot, posts, openings, themes, onDrop, onNudge }: CellProps) {
  const drop = useDrop(onDrop, !past);
  return (
    <div className={classes.cell} data-past={past || undefined} data-slot={slot} {...drop}>
      {posts.map((entry) => (
        <PostChip key={entry.post} entry={entry} themes={themes} onNudge={onNudge} rows="hours" />
      ))}
      {openings.length > 0 && <GapChip openings={openings} />}
    </div>
  );
}
