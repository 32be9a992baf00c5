import { Tooltip } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import { t } from '../texts';
import classes from './Grid.module.css';

interface Props {
  label: string;
  text: string;
  state?: 'bad' | 'changed' | 'replaces';
  message?: string | null;
  active: boolean;
  /** The text while it is typed; null while the cell is only chosen. */
  draft: string | null;
  onDraft: (text: string) => void;
  onChoose: () => void;
  onEdit: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
  onLeave: () => void;
  register: (element: HTMLTableCellElement | null) => void;
}

/** One cell: chosen with the keys, typed over, marked when it cannot be stored. */
export function GridCell({ label, text, state, message, active, draft, onDraft, onChoose, onEdit, onKeyDown, onLeave, register }: Props) {
  return (
    <Tooltip label={message} disabled={!message || draft !== null}>
      <td
        ref={register}
        role="gridcell"
        className={classes.cell}
        data-state={state}
        aria-label={`${label}: ${text || t.numbers.noData}${message ? `. ${message}` : ''}`}
        aria-selected={active}
        aria-invalid={state === 'bad' || undefined}
        tabIndex={active && draft === null ? 0 : -1}
        onFocus={onChoose}
        onDoubleClick={onEdit}
        onKeyDown={onKeyDown}
      >
        {draft === null ? (
          text || <span className={classes.none}>–</span>
        ) : (
          <input className={classes.input} aria-label={label} value={draft} autoFocus inputMode="text" onChange={(event) => onDraft(event.currentTarget.value)} onBlur={onLeave} />
        )}
      </td>
    </Tooltip>
  );
}
