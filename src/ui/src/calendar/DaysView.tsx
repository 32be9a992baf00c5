import { useEffect, useRef } from 'react';
import { Empty, Loaded, MonthSkeleton, useUrl } from '../shared';
import { t } from '../texts';
import { bandsOn, hiddenLayers } from './bands';
import { CadenceMeter } from './CadenceMeter';
import { layer as talkLayer, useTalks } from './conversations';
import { type CalendarData, useBands, useDays, useGaps, useMove, useThemes, useWeekStart } from './data';
import { addDays, daysFrom, weekOf, weeksOfMonth } from './days';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { isNarrowed, useFilters } from './filters';
import { openingsOf } from './GapChip';
import { IdeasShelf } from './IdeasShelf';
import { MonthGrid } from './MonthGrid';
import { TalkDialog } from './TalkDialog';
import classes from './Views.module.css';
import { WeekGrid } from './WeekGrid';

interface Props {
  shape: 'month' | 'week' | 'day';
  day: string;
  now: string;
  onMore: (day: string) => void;
}

/** A month, a week or a day with what is planned in it, and the ideas beside it. */
export function DaysView({ shape, day, now, onMore }: Props) {
  const [url] = useUrl();
  const desk = useDesk();
  const filters = useFilters();
  const themes = useThemes();
  const move = useMove();
  const weekStart = useWeekStart();
  const weeks = weeksOfMonth(day, weekStart);
  const first = shape === 'day' ? day : weekOf(day, weekStart);
  const [from, to] = shape === 'month' ? [weeks[0]?.[0] ?? day, weeks.at(-1)?.at(-1) ?? day] : [first, shape === 'day' ? day : addDays(first, 6)];
  const days = useDays(from, to, filters);
  const bands = bandsOn(useBands(from, to), hiddenLayers(url.layers));
  const allTalks = useTalks(from, to);
  const talks = (url.layers ?? '').split(',').includes(talkLayer) ? [] : allTalks;
  const gaps = useGaps(from, to);
  const { network, ...others } = filters;
  const openings = url.gaps !== 'off' && !isNarrowed(others) ? openingsOf(gaps.data).filter((opening) => !network || opening.network === network) : [];
  const follow = useFollow(days.data);
  const place = (entry: Entry, at: string) => {
    follow(entry.post);
    const others = [...desk.marked.values()];
    // What is marked moves together, each at its own time of day.
    if (others.length > 1 && desk.marked.has(entry.post) && entry.at) {
      const by = Math.round((Date.parse(`${at.slice(0, 10)}T12:00:00Z`) - Date.parse(`${entry.at.slice(0, 10)}T12:00:00Z`)) / 86_400_000);
      if (by !== 0) desk.change(others, 'shift', { days: by });
    } else move.mutate({ entry, at });
  };
  const nudge = (entry: Entry, byDays: number, hours: number) => {
    if (!entry.at) return;
    const hour = Number(entry.at.slice(11, 13)) + hours;
    if (hour >= 0 && hour < 24) place(entry, `${addDays(entry.at, byDays)}T${String(hour).padStart(2, '0')}${entry.at.slice(13)}`);
  };
  const grid = (data: CalendarData) => {
    const shared = { data, themes, openings, bands, talks, onNudge: nudge, onMove: place };
    if (shape === 'month') return <MonthGrid day={day} onMore={onMore} {...shared} />;
    return <WeekGrid days={shape === 'day' ? [day] : daysFrom(first, 7)} label={t.scheduling.views[shape]} now={now} {...shared} />;
  };
  return (
    <>
      <Loaded read={days} skeleton={<MonthSkeleton />}>
        {(data) => (
          <>
            {shape !== 'day' && gaps.data && gaps.data.length > 0 && (
              <CadenceMeter gaps={gaps.data} week={weekOf(shape === 'month' && from <= data.today && data.today <= to ? data.today : shape === 'month' ? `${day.slice(0, 7)}-01` : day, data.weekStart)} from={from} to={to} />
            )}
            <div className={url.shelf === 'ideas' ? classes.withShelf : undefined}>
              {grid(data)}
              {url.shelf === 'ideas' && <IdeasShelf themes={themes} />}
            </div>
            {data.posts.length === 0 && openings.length === 0 && !isNarrowed(filters) && bands.length === 0 && talks.length === 0 && (
              <Empty title={t.calendar.emptyTitle} text={t.calendar.empty} action={{ label: t.calendar.emptyAction, to: '/calendar/new' }} />
            )}
          </>
        )}
      </Loaded>
      <TalkDialog talks={allTalks} at={`${day < now.slice(0, 10) ? now.slice(0, 10) : day}T10:00:00`} />
    </>
  );
}

/** A post that moved by keys keeps the focus in its new place. */
function useFollow(data: CalendarData | undefined): (post: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    const post = wanted.current;
    if (!post || document.activeElement !== document.body) return;
    document.querySelector<HTMLElement>(`[data-post="${post}"]`)?.focus();
  }, [data]);
  return (post) => {
    wanted.current = post;
  };
}
