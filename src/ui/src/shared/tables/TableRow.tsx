import { Checkbox, UnstyledButton } from '@mantine/core';
import type { MouseEvent } from 'react';
import { t } from '../../texts';
import type { Column } from './columns';
import classes from './DataTable.module.css';
import type { Selection } from './useSelection';

interface Props<Row> {
  row: Row;
  id: string;
  name: string;
  columns: Column<Row>[];
  primary: Column<Row> | undefined;
  /** One row at a time is in the tab order; the arrows reach the others. */
  focusable: boolean;
  isOpen: boolean;
  onFocus: () => void;
  onOpen?: (row: Row) => void;
  selection?: Selection<Row>;
}

const ownControls = 'a, button, input, select, textarea, label, [role="button"], [role="menuitem"]';

export function TableRow<Row>({ row, id, name, columns, primary, focusable, isOpen, onFocus, onOpen, selection }: Props<Row>) {
  const openByClick = (event: MouseEvent<HTMLElement>) => {
    const marksText = window.getSelection()?.type === 'Range';
    const inRow = event.currentTarget.contains(event.target as Node);
    if (inRow && !marksText && !(event.target as HTMLElement).closest(ownControls)) onOpen?.(row);
  };
  return (
    <tr role="row" className={classes.row} data-open={isOpen || undefined} data-marked={selection?.has(id) || undefined} data-clickable={onOpen ? true : undefined} onClick={onOpen ? openByClick : undefined}>
      {selection && (
        <td role="cell" className={classes.check}>
          <Checkbox size="xs" aria-label={t.table.selectRow(name)} checked={selection.has(id)} onChange={() => selection.toggle(id)} />
        </td>
      )}
      {columns.map((column) => (
        <td key={column.key} role="cell" data-label={column.hideTitle ? '' : column.title} data-align={column.align} data-hide={column.hideBelow} data-card={column.hideInCard?.(row) ? 'no' : undefined} data-long={column.long || undefined} data-primary={column === primary || undefined}>
          {column === primary && onOpen ? (
            <UnstyledButton className={classes.open} data-row-open tabIndex={focusable ? 0 : -1} aria-current={isOpen || undefined} onFocus={onFocus} onClick={() => onOpen(row)}>
              {column.cell(row)}
            </UnstyledButton>
          ) : (
            column.cell(row)
          )}
        </td>
      ))}
    </tr>
  );
}
