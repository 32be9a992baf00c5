import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type CSSProperties, type DragEvent, type KeyboardEvent, useState } from 'react';
import { NetworkMark } from '../shared';
import { postStatusOf } from '../shared/marks/PostStatusBadge';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { movable, type Theme, themeColour } from './data';
import { clockOf, sayLocal } from './days';
import type { Entry } from './draft';

/** The kind of data a dragged post carries. */
export const dragged = 'application/x-bellwether-post';

interface Props {
  entry: Entry;
  themes: Theme[];
  /** Moves the post by days and hours; the keyboard's way of dragging. */
  onNudge: (entry: Entry, days: number, hours: number) => void;
  /** What Alt with up or down does: a week in the month, an hour in the week. */
  rows: 'weeks' | 'hours';
}

/** A post at a glance: its networks, its theme's colour, time and first words. */
export function PostChip({ entry, themes, onNudge, rows }: Props) {
  const [dragging, setDragging] = useState(false);
  const theme = themes.find((each) => each.id === entry.theme);
  const status = [t.postStatus[postStatusOf(entry.status)], entry.ended && t.postTemplates.limit.over].filter(Boolean).join(', ');
  const mayMove = movable(entry);
  const start = (event: DragEvent) => {
    event.dataTransfer.setData(dragged, entry.post);
    event.dataTransfer.effectAllowed = 'move';
    setDragging(true);
  };
  const nudge = (event: KeyboardEvent) => {
    if (!event.altKey || !mayMove) return;
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
  const when = entry.at ? sayLocal(entry.at) : t.calendar.noSlot;
  return (
    <Tooltip label={[when, status, theme?.name, entry.words || entry.title].filter(Boolean).join(' · ')}>
      <Link
        to="/calendar/$post"
        params={{ post: entry.post }}
        className={classes.chip}
        style={{ '--theme': themeColour(theme) } as CSSProperties}
        draggable={mayMove}
        data-dragging={dragging || undefined}
        data-quiet={entry.ended || ['draft', 'onHold', 'expired'].includes(entry.status) || undefined}
        aria-keyshortcuts={mayMove ? 'Alt+ArrowLeft Alt+ArrowRight Alt+ArrowUp Alt+ArrowDown' : undefined}
        onDragStart={start}
        onDragEnd={() => setDragging(false)}
        onKeyDown={nudge}
      >
        <span className={classes.chipHead}>
          {entry.at && <time className="figures">{clockOf(entry.at)}</time>}
          {entry.networks.map((network) => (
            <NetworkMark key={network} network={network} size={14} iconOnly />
          ))}
        </span>
        <span className={classes.words}>{entry.title}</span>
        <span className="hidden-text">{[status, theme?.name].filter(Boolean).join(', ')}</span>
      </Link>
    </Tooltip>
  );
}
