import { Button, Group, Text } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { t } from '../../texts';
import { type BulkAction, type Column, type Filter, sortRows } from './columns';
import classes from './DataTable.module.css';
import { moveByKeys } from './keys';
import { TableHead } from './TableHead';
import { TableRow } from './TableRow';
import { TableTools } from './TableTools';
import { useSelection } from './useSelection';
import { useTableState } from './useTableState';

export interface DataTableProps<Row> {
  /** What the list is: "Goals". */
  label: string;
  rows: Row[];
  columns: Column<Row>[];
  rowKey: (row: Row) => string;
  /** How a row is called when it is marked or opened. */
  rowName: (row: Row) => string;
  /** Opens the detail; the key of the opened row then comes back as `openKey`. */
  onOpen?: (row: Row) => void;
  openKey?: string;
  filters?: Filter<Row>[];
  /** The text that search looks through. Without it there is no search field. */
  searchText?: (row: Row) => string;
  bulk?: BulkAction<Row>[];
  /** Shown when there are no rows at all: an Empty. */
  empty?: ReactNode;
  /** Sorting before anybody chose one: "due" or "-due". */
  firstSort?: string;
  /** Needed when a page has two lists. */
  name?: string;
  /** Rows shown before "Show more". */
  take?: number;
}

/** A list with real columns: sorted, filtered, moved through by keys, marked in bulk; cards where it is narrow. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const { rows, columns, rowKey, filters = [], searchText, bulk = [], take = 50 } = props;
  const state = useTableState(props.name, props.firstSort);
  const [more, setMore] = useState(0);
  const [active, setActive] = useState<string>();

  const wanted = state.search.toLowerCase();
  const chosen = filters.map((filter) => ({ filter, value: state.filter(filter.key) }));
  const chosenKey = chosen.map(({ value }) => value).join('\n');
  const matching = useMemo(() => {
    const kept = rows.filter(
      (row) => chosen.every(({ filter, value }) => !value || filter.test(row, value)) && (!wanted || !searchText || searchText(row).toLowerCase().includes(wanted)),
    );
    return sortRows(kept, columns, state.sorting);
    // `chosenKey` and the sorting's parts stand for objects that are new on every render.
  }, [rows, columns, chosenKey, wanted, state.sorting?.key, state.sorting?.down]);
  const selection = useSelection(matching, rowKey);

  if (rows.length === 0) return <>{props.empty}</>;
  const visible = matching.slice(0, take * (more + 1));
  const focusKey = visible.some((row) => rowKey(row) === active) ? active : visible[0] && rowKey(visible[0]);
  const primary = columns.find((column) => column.primary) ?? columns[0];
  const markActive = bulk.length > 0 && focusKey !== undefined ? () => selection.toggle(focusKey) : undefined;

  return (
    <div className={classes.box}>
      <TableTools state={state} filters={filters} withSearch={searchText !== undefined} bulk={bulk} selection={selection} columns={columns} shown={matching.length} all={rows.length} />
      {visible.length === 0 ? (
        <Group py="lg">
          <Text c="dimmed">{t.table.noMatch}</Text>
          <Button variant="default" size="compact-sm" onClick={() => state.clear(filters.map((filter) => filter.key))}>
            {t.table.clearFilters}
          </Button>
        </Group>
      ) : (
        <div className={classes.scroll}>
          <table className={classes.table} role="table" aria-label={props.label} onKeyDown={(event) => moveByKeys(event, markActive)}>
            <TableHead columns={columns} state={state} selection={bulk.length > 0 ? selection : undefined} />
            <tbody role="rowgroup">
              {visible.map((row) => (
                <TableRow
                  key={rowKey(row)}
                  row={row}
                  id={rowKey(row)}
                  name={props.rowName(row)}
                  columns={columns}
                  primary={primary}
                  focusable={rowKey(row) === focusKey}
                  isOpen={rowKey(row) === props.openKey}
                  onFocus={() => setActive(rowKey(row))}
                  onOpen={props.onOpen}
                  selection={bulk.length > 0 ? selection : undefined}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {visible.length < matching.length && (
        <Button variant="default" mt="md" onClick={() => setMore(more + 1)}>
          {t.table.more}
        </Button>
      )}
    </div>
  );
}
