import { Button } from '@mantine/core';
import { IconPencilPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { calendarTabs } from '../tabs';
import { Empty, Loaded, MonthSkeleton, Page, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { CadenceMeter } from './CadenceMeter';
import { CalendarBar } from './CalendarBar';
import { bandsOn, hiddenLayers } from './bands';
import { type CalendarData, useBands, useDays, useGaps, useMove, useThemes, useWeekStart } from './data';
import { addDays, nowIn, weekOf, weeksOfMonth } from './days';
import type { Entry } from './draft';
import { openingsOf } from './GapChip';
import { MonthGrid } from './MonthGrid';
import { PostTable } from './PostTable';
import { WeekGrid } from './WeekGrid';

export type CalendarShape = 'month' | 'week' | 'list';

const shapeOf = (text: string | undefined): CalendarShape => (text === 'week' || text === 'list' ? text : 'month');

export default function CalendarPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const navigate = useNavigate();
  const mayWrite = useMay('writePosts');
  const now = nowIn(brand.zone);
  const shape = shapeOf(url.view);
  const day = url.day ?? now.slice(0, 10);
  useVerb(mayWrite ? { id: 'calendar.write', label: t.calendar.write, run: () => void navigate({ to: '/calendar/new' }), keywords: ['post', 'compose', 'schedule'], icon: IconPencilPlus } : null);
  return (
    <Page
      title={t.calendar.title}
      purpose={t.calendar.purpose}
      help={t.calendar.help}
      tabs={calendarTabs}
      action={
        mayWrite && (
          <Button leftSection={<IconPencilPlus size={16} aria-hidden />} renderRoot={(props) => <Link to="/calendar/new" {...props} />}>
            {t.calendar.write}
          </Button>
        )
      }
    >
      <CalendarBar shape={shape} day={day} today={now.slice(0, 10)} />
      {shape === 'list' ? <PostTable /> : <Days shape={shape} day={day} now={now} onMore={(date) => setUrl({ view: 'week', day: date }, true)} />}
    </Page>
  );
}

interface DaysProps {
  shape: 'month' | 'week';
  day: string;
  now: string;
  onMore: (day: string) => void;
}

function Days({ shape, day, now, onMore }: DaysProps) {
  const [url] = useUrl();
  const themes = useThemes();
  const move = useMove();
  const weekStart = useWeekStart();
  const weeks = weeksOfMonth(day, weekStart);
  const first = weekOf(day, weekStart);
  const [from, to] = shape === 'month' ? [weeks[0]?.[0] ?? day, weeks.at(-1)?.at(-1) ?? day] : [first, addDays(first, 6)];
  const days = useDays(from, to, { network: url.network, status: url.status, theme: url.theme, campaign: url.campaign });
  const bands = bandsOn(useBands(from, to), hiddenLayers(url.layers));
  const gaps = useGaps(from, to);
  const showGaps = url.gaps !== 'off' && !url.status && !url.theme && !url.campaign;
  const openings = showGaps ? openingsOf(gaps.data).filter((opening) => !url.network || opening.network === url.network) : [];
  const nudge = (entry: Entry, byDays: number, hours: number) => {
    if (!entry.at) return;
    const hour = Number(entry.at.slice(11, 13)) + hours;
    if (hour >= 0 && hour < 24) move.mutate({ entry, at: `${addDays(entry.at, byDays)}T${String(hour).padStart(2, '0')}${entry.at.slice(13)}` });
  };
  const grid = (data: CalendarData) => {
    const shared = { data, themes, openings, bands, onNudge: nudge, onMove: (entry: Entry, at: string) => move.mutate({ entry, at }) };
    return shape === 'month' ? <MonthGrid day={day} onMore={onMore} {...shared} /> : <WeekGrid first={first} now={now} {...shared} />;
  };
  return (
    <Loaded read={days} skeleton={<MonthSkeleton />}>
      {(data) => (
        <>
          {gaps.data && gaps.data.length > 0 && <CadenceMeter gaps={gaps.data} week={weekOf(shape === 'month' && from <= data.today && data.today <= to ? data.today : shape === 'month' ? `${day.slice(0, 7)}-01` : day, data.weekStart)} from={from} to={to} />}
          {grid(data)}
          {data.posts.length === 0 && openings.length === 0 && !url.network && !url.status && !url.theme && !url.campaign && bands.length === 0 && (
            <Empty title={t.calendar.emptyTitle} text={t.calendar.empty} action={{ label: t.calendar.emptyAction, to: '/calendar/new' }} />
          )}
        </>
      )}
    </Loaded>
  );
}
