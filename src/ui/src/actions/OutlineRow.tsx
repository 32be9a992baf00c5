import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconClockX, IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { Day, formatPercent, MemberAvatar, StatusMark } from '../shared';
import { t } from '../texts';
import { GoodThought } from './GoodThought';
import classes from './Outline.module.css';
import type { Work } from './useWork';

const words = t.actionItems;
const dragged = 'application/x-bellwether-work';

interface Props {
  work: Work;
  today: string;
  /** Titles of what it depends on itself and that is still open. */
  waits: string[];
  nameOf: (id: string | null) => string | null;
  open: boolean;
  focusable: boolean;
  disabled: boolean;
  onFocus: () => void;
  onOpen: () => void;
  onTick: () => void;
  onMove: (by: 1 | -1) => void;
  /** Another row was dropped here: it takes this row's place. */
  onDrop: (id: string) => void;
}

/** One node of the work: tick, title with what is wrong, owner, day, progress. */
export function OutlineRow({ work, today, waits, nameOf, open, focusable, disabled, onFocus, onOpen, onTick, onMove, onDrop }: Props) {
  const [over, setOver] = useState(false);
  const done = work.state === 'done' && work.kind !== 'tactic';
  const due = work.due ?? work.dueAtLatest;
  const late = !done && due !== null && due < today;
  // A day that is missing is not said twice.
  const gaps = work.gaps.filter((gap) => gap !== 'noDate' || !work.goodThought.includes('no date'));
  const byKeys = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      onMove(event.key === 'ArrowUp' ? -1 : 1);
    } else if (event.key === ' ' && !disabled) {
      event.preventDefault();
      onTick();
    }
  };
  return (
    <li
      className={classes.row}
      data-kind={work.kind}
      data-done={done || undefined}
      data-open={open || undefined}
      data-over={over || undefined}
      style={{ paddingLeft: work.depth * 24 }}
      draggable={!disabled}
      onDragStart={(event) => event.dataTransfer.setData(dragged, work.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(dragged)) {
          event.preventDefault();
          setOver(true);
        }
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(dragged));
      }}
    >
      <Checkbox
        aria-label={words.tick(work.title)}
        checked={done}
        indeterminate={!done && work.leavesDone > 0}
        disabled={work.leaves !== 1 || work.kind === 'tactic'}
        onChange={onTick}
        tabIndex={-1}
      />
      <div>
        <UnstyledButton data-work={work.id} className={classes.title} tabIndex={focusable ? 0 : -1} onFocus={onFocus} onClick={onOpen} onKeyDown={byKeys}>
          {work.title}
        </UnstyledButton>
        <div className={classes.marks}>
          {late && <StatusMark tone="bad" icon={IconClockX}>{words.overdue}</StatusMark>}
          {!done && waits.length > 0 && (
            <Text span size="xs" c="dimmed">
              <IconLock size={14} aria-hidden style={{ verticalAlign: '-2px' }} /> {words.waits(waits.join(', '))}
            </Text>
          )}
          {work.orphan && <StatusMark tone="warn" icon={IconAlertTriangle}>{words.orphan}</StatusMark>}
          {work.tacticFirst && <StatusMark tone="warn" icon={IconAlertTriangle}>{words.tacticFirst}</StatusMark>}
          <GoodThought lacks={work.goodThought} />
          {!done && gaps.length > 0 && (
            <Text span size="xs" c="dimmed">
              {gaps.map((gap) => words.gaps[gap]).join(', ')}
            </Text>
          )}
        </div>
      </div>
      {work.kind === 'tactic' ? <span /> : <MemberAvatar name={nameOf(work.owner)} />}
      <span className={classes.due} data-late={late || undefined}>
        {due && <Day date={due} />}
      </span>
      <Text span size="xs" c="dimmed" ta="right" className="figures" title={words.of(work.leavesDone, work.leaves)}>
        {formatPercent(work.progress / 100, 0)}
      </Text>
    </li>
  );
}
