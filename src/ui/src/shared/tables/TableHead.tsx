import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { t } from '../../texts';
import { type Column, nextSorting } from './columns';
import classes from './DataTable.module.css';
import type { Selection } from './useSelection';
import type { TableState } from './useTableState';

interface Props<Row> {
  columns: Column<Row>[];
  state: TableState;
  selection?: Selection<Row>;
}

export function TableHead<Row>({ columns, state, selection }: Props<Row>) {
  return (
    <thead role="rowgroup">
      <tr role="row">
        {selection && (
          <th role="columnheader" className={classes.check}>
            <Checkbox size="xs" aria-label={t.table.selectAll} checked={selection.all} indeterminate={selection.rows.length > 0 && !selection.all} onChange={selection.toggleAll} />
          </th>
        )}
        {columns.map((column) => {
          const sorted = state.sorting?.key === column.key ? state.sorting : undefined;
          const Arrow = sorted?.down ? IconArrowDown : IconArrowUp;
          return (
            <th
              key={column.key}
              role="columnheader"
              scope="col"
              data-align={column.align}
              data-hide={column.hideBelow}
              style={{ width: column.width }}
              aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
            >
              {column.sort ? (
                <UnstyledButton className={classes.sort} onClick={() => state.sort(nextSorting(column, state.sorting))}>
                  {column.title}
                  <Arrow size={14} aria-hidden style={{ visibility: sorted ? 'visible' : 'hidden' }} />
                </UnstyledButton>
              ) : (
                <span className={column.hideTitle ? 'hidden-text' : undefined}>{column.title}</span>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
