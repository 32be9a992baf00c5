import { ActionIcon, Button } from '@mantine/core';
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
import { useDrop } from './useDrop';

const most = 3;

interface Props {
  day: string;
  data: CalendarData;
  themes: Theme[];
  openings: Opening[];
  bands: Band[];
  onMove: (entry: Entry, at: string) => void;
  onNudge: (entry: Entry, days: number, hours: number) => void;
  onMore: (day: string) => void;
}

/** A month that shows the mix at a glance; days take dragged posts. */
export function MonthGrid({ day, data, themes, openings, bands, onMove, onNudge, onMore }: Props) {
  const weeks = weeksOfMonth(day, data.weekStart);
  const drop = (date: string) => (post: string) => {
    const entry = data.posts.find((each) => each.post === post);
    if (entry?.at && entry.at.slice(0, 10) !== date) onMove(entry, date + entry.at.slice(10));
  };
  return (
    <div className={classes.scroll}>
      <table className={classes.month} aria-label={t.calendar.title}>
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
                    posts={data.posts.filter((entry) => entry.at?.startsWith(date))}
                    openings={openings.filter((opening) => opening.at.startsWith(date))}
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
  onDrop: (post: string) => void;
  onNudge: Props['onNudge'];
  onMore: Props['onMore'];
}

function DayCell({ date, today, other, posts, openings, lanes, themes, onDrop, onNudge, onMore }: CellProps) {
  const past = date < today;
  const drop = useDrop(onDrop, !past);
  const shown = posts.length > most ? posts.slice(0, most - 1) : posts;
  return (
    <td className={classes.day} data-other={other || undefined} data-date={date} {...drop}>
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
            renderRoot={(props) => <Link to="/calendar/new" search={{ at: `${date}T10:00:00` } as never} {...props} />}
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
