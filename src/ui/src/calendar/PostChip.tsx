import { Tooltip } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, type DragEvent, type KeyboardEvent, type MouseEvent, useState } from 'react';
import { NetworkMark } from '../shared';
import { postStatusOf } from '../shared/marks/PostStatusBadge';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { carry, dragged } from './carried';
import { movable, type Theme, themeColour } from './data';
import { clockOf, sayLocal } from './days';
import { useDesk } from './desk';
import type { Entry } from './draft';

interface Props {
  entry: Entry;
  themes: Theme[];
  /** Moves the post by days and hours, or by columns; the keyboard's way of dragging. */
  onNudge?: (entry: Entry, across: number, down: number) => void;
  /** What Alt with up or down does: a week in the month, an hour in the week, nothing where there are columns. */
  rows?: 'weeks' | 'hours' | 'none';
  /** Also the day, where the place does not say it. */
  withDay?: boolean;
}

/** A post at a glance: its networks, its theme's colour, time and first words. */
export function PostChip({ entry, themes, onNudge, rows = 'weeks', withDay = false }: Props) {
  const desk = useDesk();
  const [dragging, setDragging] = useState(false);
  const theme = themes.find((each) => each.id === entry.theme);
  const status = [t.postStatus[postStatusOf(entry.status)], entry.ended && t.postTemplates.limit.over].filter(Boolean).join(', ');
  const mayMove = movable(entry) || rows === 'none';
  const marked = desk.marked.has(entry.post);
  const start = (event: DragEvent) => {
    carry(entry);
    event.dataTransfer.setData(dragged, entry.post);
    event.dataTransfer.effectAllowed = 'move';
    setDragging(true);
  };
  const press = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey) return;
    if (!event.altKey) {
      const key = event.key.toLowerCase();
      if (key === 'm') desk.openMenu(entry, event.currentTarget);
      else if (key === 'x') desk.toggle(entry);
      else return;
      event.preventDefault();
      return;
    }
    if (!onNudge || !mayMove) return;
    const steps: Record<string, [number, number]> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: rows === 'weeks' ? [-7, 0] : [0, -1],
      ArrowDown: rows === 'weeks' ? [7, 0] : [0, 1],
    };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    onNudge(entry, ...step);
  };
  const click = (event: MouseEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
    event.preventDefault();
    desk.toggle(entry);
  };
  const menu = (event: MouseEvent<HTMLElement>) => {
    event.preventDefault();
    desk.openMenu(entry, event.currentTarget);
  };
  const when = entry.at ? sayLocal(entry.at) : t.calendar.noSlot;
  return (
    <Tooltip label={[when, status, theme?.name, entry.words || entry.title].filter(Boolean).join(' · ')} openDelay={300}>
      <Link
        to="/calendar/$post"
        params={{ post: entry.post }}
        className={classes.chip}
        style={{ '--theme': themeColour(theme) } as CSSProperties}
        draggable={mayMove}
        data-post={entry.post}
        data-dragging={dragging || undefined}
        data-marked={marked || undefined}
        data-quiet={entry.ended || ['draft', 'onHold', 'expired'].includes(entry.status) || undefined}
        aria-keyshortcuts={mayMove ? 'M X Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : 'M X'}
        onDragStart={start}
        onDragEnd={() => {
          carry(null);
          setDragging(false);
        }}
        onKeyDown={press}
        onClick={click}
        onContextMenu={menu}
      >
        <span className={classes.chipHead}>
          {marked && <IconCheck size={14} aria-hidden />}
          {entry.at && <time className="figures">{withDay ? when : clockOf(entry.at)}</time>}
          {entry.networks.map((network) => (
            <NetworkMark key={network} network={network} size={14} iconOnly />
          ))}
        </span>
        <span className={classes.words}>{entry.title}</span>
        <span className="hidden-text">{[status, theme?.name, marked && t.scheduling.mark].filter(Boolean).join(', ')}</span>
      </Link>
    </Tooltip>
  );
}
