import { ActionIcon, Button } from '@mantine/core';
import { useMemo } from 'react';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { t } from '../texts';
import bandClasses from './Bands.module.css';
import classes from './Calendar.module.css';
import type { CalendarData, Theme } from './data';
import { longDay, weekdayName, weeksOfMonth } from './days';
import { BandLink } from './BandLink';
import { type Band, lanesOf, type Piece } from './bands';
import type { Entry } from './draft';
import { GapChip, type Opening } from './GapChip';
import { PostChip } from './PostChip';
import { byTime } from './byDay';
import type { Talk } from './conversations';
import { TalkChip } from './TalkChip';
import { useDrop } from './useDrop';
import { walk } from './walk';

const most = 3;
const usual = 'T10:00:00';
const none: never[] = [];

interface Props {
  day: string;
  data: CalendarData;
  themes: Theme[];
  openings: Opening[];
  bands: Band[];
  talks: Talk[];
  onMove: (entry: Entry, at: string) => void;
  onNudge: (entry: Entry, days: number, hours: number) => void;
  onMore: (day: string) => void;
}

/** A month that shows the mix at a glance; days take dragged posts. */
export function MonthGrid({ day, data, themes, openings, bands, talks, onMove, onNudge, onMore }: Props) {
  const weeks = weeksOfMonth(day, data.weekStart);
  const posts = useMemo(() => byTime(data.posts, 10), [data.posts]);
  const free = useMemo(() => byTime(openings, 10), [openings]);
  const said = useMemo(() => byTime(talks, 10), [talks]);
  // An idea without a time takes the first one that the cadence asks for.
  const drop = (date: string) => (entry: Entry) => {
    if (entry.at?.slice(0, 10) !== date) onMove(entry, entry.at ? date + entry.at.slice(10) : (free.get(date)?.[0]?.at ?? date + usual));
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.month} aria-label={t.calendar.title} onKeyDown={(event) => walk(event, 7)}>
        <thead>
          <tr>
            {weeks[0]?.map((date) => (
              <th key={date} scope="col">
                {weekdayName(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week) => {
            const lanes = lanesOf(bands, week[0] ?? day, 7);
            return (
              <tr key={week[0]}>
                {week.map((date, place) => (
                  <DayCell
                    key={date}
                    date={date}
                    today={data.today}
                    other={date.slice(0, 7) !== day.slice(0, 7)}
                    posts={posts.get(date) ?? none}
                    talks={said.get(date) ?? none}
                    openings={free.get(date) ?? none}
                    lanes={lanes.map((lane) => lane.find((piece) => piece.first === place) ?? null)}
                    themes={themes}
                    onDrop={drop(date)}
                    onNudge={onNudge}
                    onMore={onMore}
                  />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  date: string;
  today: string;
  other: boolean;
  posts: Entry[];
  openings: Opening[];
  /** One place for each lane of the week: the band that begins here, or none. */
  lanes: (Piece | null)[];
  themes: Theme[];
  talks: Talk[];
  onDrop: (entry: Entry) => void;
  onNudge: Props['onNudge'];
  onMore: Props['onMore'];
}

function DayCell({ date, today, other, posts, talks, openings, lanes, themes, onDrop, onNudge, onMore }: CellProps) {
  const past = date < today;
  const drop = useDrop(onDrop, !past);
  const shown = posts.length > most ? posts.slice(0, most - 1) : posts;
  return (
    <td className={classes.day} data-cell data-other={other || undefined} data-date={date} {...drop}>
      <div className={classes.head}>
        <time className={`figures ${classes.number}`} data-today={date === today || undefined} dateTime={date} aria-label={longDay(date)} aria-current={date === today ? 'date' : undefined}>
          {Number(date.slice(8))}
        </time>
        {!past && (
          <ActionIcon
            className={classes.add}
            size="sm"
            variant="subtle"
            aria-label={t.calendar.writeOn(longDay(date))}
            renderRoot={(props) => <Link to="/calendar/new" search={{ at: date + usual } as never} {...props} />}
          >
            <IconPlus size={14} aria-hidden />
          </ActionIcon>
        )}
      </div>
      {lanes.length > 0 && (
        <div className={bandClasses.lanes}>
          {lanes.map((piece, lane) => (
            <div key={piece?.band.id ?? lane} className={bandClasses.lane}>
              {piece && <BandLink piece={piece} />}
            </div>
          ))}
        </div>
      )}
      <ul className={classes.posts}>
        {talks.map((talk) => (
          <li key={talk.key}>
            <TalkChip talk={talk} />
          </li>
        ))}
        {shown.map((entry) => (
          <li key={entry.post}>
            <PostChip entry={entry} themes={themes} onNudge={onNudge} rows="weeks" />
          </li>
        ))}
        {openings.length > 0 && (
          <li>
            <GapChip openings={openings} />
          </li>
        )}
      </ul>
      {posts.length > shown.length && (
        <Button size="compact-xs" variant="subtle" onClick={() => onMore(date)}>
          {t.calendar.more(posts.length - shown.length)}
        </Button>
      )}
    </td>
  );
}
