import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import type { BulkAction, Column, Filter } from './columns';
import { DataTable } from './DataTable';

interface Row {
  id: string;
  name: string;
  status: string;
}

const rows: Row[] = [
  { id: '1', name: 'Bookings', status: 'lagging' },
  { id: '2', name: 'Readers', status: 'met' },
  { id: '3', name: 'Awareness', status: 'lagging' },
];
const columns: Column<Row>[] = [
  { key: 'name', title: 'Goal', cell: (r) => r.name, sort: (r) => r.name },
  { key: 'status', title: 'Status', cell: (r) => r.status, sort: (r) => r.status },
];
const filters: Filter<Row>[] = [{ key: 'status', label: 'Status', options: [{ value: 'lagging', label: 'Lagging' }], test: (r, v) => r.status === v }];

function table(at: string, extra: { onOpen?: (row: Row) => void; bulk?: BulkAction<Row>[] } = {}) {
  return show(
    <DataTable label="Goals" rows={rows} columns={columns} filters={filters} rowKey={(r) => r.id} rowName={(r) => r.name} searchText={(r) => r.name} {...extra} />,
    at,
  );
}

const names = () => within(screen.getByRole('table')).getAllByRole('row').slice(1).map((row) => row.querySelector('[data-primary]')?.textContent);
const opener = (name: string) => screen.getByRole('button', { name });

describe('a list', () => {
  it('moves by arrow keys and opens by Enter', async () => {
    const onOpen = vi.fn();
    await table('/', { onOpen });
    opener('Bookings').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(opener('Readers'));
    fireEvent.keyDown(document.activeElement!, { key: 'End' });
    expect(document.activeElement).toBe(opener('Awareness'));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(document.activeElement).toBe(opener('Awareness'));
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp' });
    // A browser turns Enter on a button into a click; jsdom leaves that to us.
    expect(document.activeElement?.tagName).toBe('BUTTON');
    fireEvent.click(document.activeElement!);
    expect(onOpen).toHaveBeenCalledWith(rows[1]);
  });

  it('keeps one row in the tab order', async () => {
    await table('/', { onOpen: () => {} });
    expect(['Bookings', 'Readers', 'Awareness'].map((name) => opener(name).tabIndex)).toEqual([0, -1, -1]);
    opener('Bookings').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
    expect(['Bookings', 'Readers', 'Awareness'].map((name) => opener(name).tabIndex)).toEqual([-1, 0, -1]);
  });

  it('reads sorting, search and filters from the address', async () => {
    await table('/?sort=-name&status=lagging');
    expect(names()).toEqual(['Bookings', 'Awareness']);
  });

  it('writes sorting into the address', async () => {
    const { router } = await table('/?status=lagging');
    fireEvent.click(within(screen.getByRole('table')).getByRole('button', { name: /Goal/ }));
    await waitFor(() => expect(names()).toEqual(['Awareness', 'Bookings']));
    expect(router.state.location.searchStr).toBe('?status=lagging&sort=name');
    expect(screen.getByRole('columnheader', { name: /Goal/ }).getAttribute('aria-sort')).toBe('ascending');
  });

  it('offers a way out when nothing matches', async () => {
    const { router } = await table('/?q=zzz&status=lagging');
    fireEvent.click(screen.getByRole('button', { name: 'Clear filters' }));
    await waitFor(() => expect(names()).toHaveLength(3));
    expect(router.state.location.searchStr).toBe('');
  });

  it('runs a bulk action on the marked rows that are on screen', async () => {
    const run = vi.fn();
    await table('/', { onOpen: () => {}, bulk: [{ key: 'archive', label: 'Archive', run }] });
    opener('Bookings').focus();
    fireEvent.keyDown(document.activeElement!, { key: 'x' });
    fireEvent.click(screen.getByRole('checkbox', { name: 'Select Awareness' }));
    fireEvent.click(screen.getByRole('button', { name: 'Archive' }));
    expect(run).toHaveBeenCalledWith([rows[0], rows[2]]);
    expect(screen.queryByRole('toolbar')).toBeNull();
  });
});
