import { ActionIcon, Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useEffect, useMemo, useRef, useState } from 'react';
import { t } from '../texts';
import bandClasses from './Bands.module.css';
import classes from './Calendar.module.css';
import type { CalendarData, Theme } from './data';
import { longDay, sayLocal } from './days';
import { BandLink } from './BandLink';
import { type Band, lanesOf } from './bands';
import type { Entry } from './draft';
import { GapChip, type Opening } from './GapChip';
import { PostChip } from './PostChip';
import { byTime } from './byDay';
import type { Talk } from './conversations';
import { TalkChip } from './TalkChip';
import { useDrop } from './useDrop';
import { walk } from './walk';

const none: never[] = [];

const hours = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

interface Props {
  /** The days that stand side by side: a week, or one. */
  days: string[];
  label: string;
  data: CalendarData;
  /** The present local time of the brand. */
  now: string;
  themes: Theme[];
  openings: Opening[];
  bands: Band[];
  talks: Talk[];
  onMove: (entry: Entry, at: string) => void;
  onNudge: (entry: Entry, days: number, hours: number) => void;
}

/** A week or a day by the hour; each hour takes dragged posts. */
export function WeekGrid({ days, label, data, now, themes, openings, bands, talks, onMove, onNudge }: Props) {
  const first = days[0] ?? data.today;
  const most = days.length === 1 ? 24 : 4;
  const lanes = lanesOf(bands, first, days.length);
  const covered = 36 + lanes.length * 26;
  const scroll = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The morning is worth seeing first; the night is a scroll away.
    const morning = scroll.current?.querySelector<HTMLElement>('[data-hour="07"]');
    if (scroll.current && morning) scroll.current.scrollTop += morning.getBoundingClientRect().top - scroll.current.getBoundingClientRect().top - covered;
  }, [first, covered]);
  const posts = useMemo(() => byTime(data.posts, 13), [data.posts]);
  const free = useMemo(() => byTime(openings, 13), [openings]);
  const said = useMemo(() => byTime(talks, 13), [talks]);
  const drop = (date: string, hour: string) => (entry: Entry) => {
    const at = `${date}T${hour}${entry.at?.slice(13) ?? ':00:00'}`;
    if (entry.at !== at) onMove(entry, at);
  };
  return (
    <div className={classes.scroll} ref={scroll} style={{ maxHeight: '72vh', overflowY: 'auto' }} role="region" aria-label={label} tabIndex={0} onKeyDown={(event) => walk(event, days.length)}>
      <div className={classes.week} data-one={days.length === 1 || undefined}>
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
                posts={posts.get(`${date}T${hour}`) ?? none}
                talks={said.get(`${date}T${hour}`) ?? none}
                most={most}
                openings={free.get(`${date}T${hour}`) ?? none}
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
  talks: Talk[];
  openings: Opening[];
  themes: Theme[];
  /** How many posts are shown before one asks for the rest. */
  most: number;
  onDrop: (entry: Entry) => void;
  onNudge: Props['onNudge'];
}

function HourCell({ past, slot, posts, talks, openings, themes, most, onDrop, onNudge }: CellProps) {
  const drop = useDrop(onDrop, !past);
  const [all, setAll] = useState(false);
  const shown = all || posts.length <= most ? posts : posts.slice(0, most - 1);
  return (
    <div className={classes.cell} data-cell data-past={past || undefined} data-slot={slot} {...drop}>
      {talks.map((talk) => (
        <TalkChip key={talk.key} talk={talk} />
      ))}
      {shown.map((entry) => (
        <PostChip key={entry.post} entry={entry} themes={themes} onNudge={onNudge} rows="hours" />
      ))}
      {posts.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => setAll(true)}>
          {t.calendar.more(posts.length - shown.length)}
        </Button>
      )}
      {openings.length > 0 && <GapChip openings={openings} />}
      {!past && posts.length === 0 && openings.length === 0 && (
        // Reached by the arrow keys and by the pointer; as a stop of the Tab key there would be 168 of them.
        <ActionIcon className={classes.hourAdd} size="sm" variant="subtle" tabIndex={-1} aria-label={t.scheduling.add(sayLocal(`${slot}:00:00`))} renderRoot={(props) => <Link to="/calendar/new" search={{ at: `${slot}:00:00` } as never} {...props} />}>
          <IconPlus size={14} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
