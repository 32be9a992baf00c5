import { ActionIcon, Button, Chip, Group, SegmentedControl, Title } from '@mantine/core';
import { IconBulb, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useUrl } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { useWeekStart } from './data';
import { addDays, addMonths, longDay, monthName, shortDay, weekOf } from './days';
import { FilterMenu } from './FilterMenu';
import { type CalendarShape, shapes } from './filters';
import { LayerSwitches } from './LayerSwitches';

const words = t.calendar;

/** Which days are shown and what of them; all of it stands in the address. */
export function CalendarBar({ shape, day, today }: { shape: CalendarShape; day: string; today: string }) {
  const [url, setUrl] = useUrl();
  const first = weekOf(day, useWeekStart());
  const hasDays = shape === 'month' || shape === 'week' || shape === 'day';
  const step = (by: number) => setUrl({ day: shape === 'month' ? addMonths(day, by) : addDays(day, (shape === 'week' ? 7 : 1) * by) });
  return (
    <div className={classes.bar}>
      <SegmentedControl
        aria-label={words.views.label}
        className={classes.views}
        value={shape}
        onChange={(view) => setUrl({ view: view === 'month' ? undefined : view }, true)}
        data={shapes.map((value) => ({ value, label: t.scheduling.views[value] }))}
      />
      {hasDays && (
        <>
          <Group gap={4} wrap="nowrap">
            <ActionIcon variant="default" size="lg" aria-label={words.earlier} onClick={() => step(-1)}>
              <IconChevronLeft size={16} aria-hidden />
            </ActionIcon>
            <Button variant="default" onClick={() => setUrl({ day: undefined })} disabled={day === today}>
              {words.today}
            </Button>
            <ActionIcon variant="default" size="lg" aria-label={words.later} onClick={() => step(1)}>
              <IconChevronRight size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <Title order={2} aria-live="polite">
            {shape === 'month' ? monthName(day) : shape === 'day' ? longDay(day) : `${shortDay(first)} – ${shortDay(addDays(first, 6))}`}
          </Title>
        </>
      )}
      <span className={classes.grow} />
      <FilterMenu />
      {hasDays && (
        <Group gap={6}>
          <LayerSwitches />
          <Chip size="xs" variant="outline" checked={url.shelf === 'ideas'} onChange={(on) => setUrl({ shelf: on ? 'ideas' : undefined })}>
            <IconBulb size={13} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />
            {t.scheduling.ideas.shelf}
          </Chip>
        </Group>
      )}
    </div>
  );
}
