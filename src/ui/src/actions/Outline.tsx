import { type KeyboardEvent, useState } from 'react';
import { useCommand } from '../api';
import { usePeople } from '../shared';
import { t } from '../texts';
import classes from './Outline.module.css';
import { OutlineRow } from './OutlineRow';
import { afterWork, move, useMove, useTick, type Work } from './useWork';

interface Props {
  rows: Work[];
  /** Every row of the plan, for titles; the shown ones by default. */
  all?: Work[];
  today: string;
  openId: string | undefined;
  disabled: boolean;
  onOpen: (work: Work) => void;
}

/** The whole work in plan order: arrows move, Space ticks, Enter opens, Alt with arrows moves a row, dragging too. */
export function Outline({ rows, all = rows, today, openId, disabled, onOpen }: Props) {
  const { nameOf } = usePeople();
  const toggle = useTick();
  const shift = useMove();
  const [active, setActive] = useState<string>();
  const drop = useCommand(({ work, onto }: { work: Work; onto: Work }) => move(work.id, onto.rank, work.kind === onto.kind ? (onto.parent ?? '') : onto.id), {
    invalidate: afterWork,
    done: ({ work }) => t.actionItems.moved(work.title),
    undo: ({ work }) => move(work.id, work.rank, work.parent ?? ''),
  });
  // What a part inherits is said where it stands.
  const own = (work: Work) =>
    work.relations.filter((relation) => relation.outgoing && work.waitsFor.includes(relation.other)).map((relation) => all.find((row) => row.id === relation.other)?.title ?? '');
  const focusId = rows.some((row) => row.id === active) ? active : rows[0]?.id;
  const byArrows = (event: KeyboardEvent<HTMLUListElement>) => {
    if (event.altKey || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return;
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-work]')];
    const next = buttons[buttons.findIndex((button) => button === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) {
      event.preventDefault();
      next.focus();
    }
  };
  return (
    <ul className={classes.list} aria-label={t.actionItems.title} onKeyDown={byArrows}>
      {rows.map((work) => (
        <OutlineRow
          key={work.id}
          work={work}
          today={today}
          waits={own(work)}
          nameOf={nameOf}
          open={work.id === openId}
          focusable={work.id === focusId}
          disabled={disabled}
          onFocus={() => setActive(work.id)}
          onOpen={() => onOpen(work)}
          onTick={() => toggle(work)}
          onMove={(by) => shift(work, by)}
          onDrop={(id) => {
            const other = rows.find((row) => row.id === id);
            if (other && other.id !== work.id) drop.mutate({ work: other, onto: work });
          }}
        />
      ))}
    </ul>
  );
}
