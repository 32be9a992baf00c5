import { Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { t } from '../../texts';
import { type BulkAction, type Column, type Filter, readSorting, writeSorting } from './columns';
import classes from './DataTable.module.css';
import type { Selection } from './useSelection';
import type { TableState } from './useTableState';

interface Props<Row> {
  state: TableState;
  filters: Filter<Row>[];
  withSearch: boolean;
  bulk: BulkAction<Row>[];
  selection: Selection<Row>;
  columns: Column<Row>[];
  shown: number;
  all: number;
}

/** Above the list: search and filters, or what can be done with the marked rows. */
export function TableTools<Row>(props: Props<Row>) {
  const { state, selection, filters } = props;
  if (selection.rows.length > 0) return <BulkBar bulk={props.bulk} selection={selection} />;
  const narrowed = state.search !== '' || filters.some((filter) => state.filter(filter.key));
  const sortable = props.columns.filter((column) => column.sort);
  if (!props.withSearch && filters.length === 0 && sortable.length === 0) return null;
  return (
    <div className={classes.tools} data-only-sort={(!props.withSearch && filters.length === 0) || undefined}>
      {props.withSearch && (
        <TextInput
          type="search"
          className={classes.search}
          leftSection={<IconSearch size={16} aria-hidden />}
          aria-label={t.table.search}
          placeholder={t.table.search}
          value={state.search}
          onChange={(event) => state.find(event.currentTarget.value)}
        />
      )}
      {filters.map((filter) => (
        <Select key={filter.key} aria-label={filter.label} placeholder={filter.label} data={filter.options} value={state.filter(filter.key) ?? null} onChange={(value) => state.choose(filter.key, value)} clearable className={classes.filter} />
      ))}
      {sortable.length > 0 && (
        <Select
          className={classes.sortSelect}
          aria-label={t.table.sortBy}
          placeholder={t.table.sortBy}
          data={sortable.map((column) => ({ value: writeSorting({ key: column.key, down: column.align === 'right' }), label: `${t.table.sortBy}: ${column.title}` }))}
          value={state.sorting ? writeSorting(state.sorting) : null}
          onChange={(value) => {
            const sorting = readSorting(value ?? undefined);
            if (sorting) state.sort(sorting);
          }}
        />
      )}
      <Text size="xs" c="dimmed" className={classes.count} role="status">
        {narrowed ? t.table.rowsOf(props.shown, props.all) : t.table.rows(props.all)}
      </Text>
    </div>
  );
}

function BulkBar<Row>({ bulk, selection }: Pick<Props<Row>, 'bulk' | 'selection'>) {
  return (
    <Group className={classes.bulk} gap="xs" role="toolbar" aria-label={t.table.selected(selection.rows.length)}>
      <Text fw={600} role="status">
        {t.table.selected(selection.rows.length)}
      </Text>
      {bulk.map(({ key, label, run, icon: Icon }) => (
        <Button
          key={key}
          size="compact-sm"
          variant="default"
          leftSection={Icon && <Icon size={15} />}
          onClick={() => {
            run(selection.rows);
            selection.clear();
          }}
        >
          {label}
        </Button>
      ))}
      <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconX size={15} aria-hidden />} onClick={selection.clear}>
        {t.table.clearSelection}
      </Button>
    </Group>
  );
}
