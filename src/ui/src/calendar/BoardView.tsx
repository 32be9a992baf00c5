import { Button, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client, type components, useRead } from '../api';
import { Loaded, PostStatusBadge, showDone, useBrand } from '../shared';
import { t } from '../texts';
import classes from './Views.module.css';
import { asked, type Theme, useThemes } from './data';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { useFilters } from './filters';
import { PostChip } from './PostChip';
import { boardChange } from './postVerbs';
import { useDrop } from './useDrop';
import { walkColumns } from './walk';

const words = t.scheduling.board;
type Status = components['schemas']['PostStatus'];
const always: Status[] = ['draft', 'inReview', 'approved', 'scheduled', 'published'];
const others: Status[] = ['onHold', 'expired', 'publishing', 'partial', 'failed', 'missed', 'unknown'];
const page = 40;
/** What waits goes by the next first, what went out by the latest first. */
const sides: Partial<Record<Status, 'ahead' | 'past'>> = { scheduled: 'ahead', published: 'past' };

/** The next day first; what has none yet comes last. */
const bySlot = (entries: Entry[]) => entries.toSorted((one, other) => (one.at ?? '9').localeCompare(other.at ?? '9'));

/** Posts by where they stand; dragging one to another column is the same as its verb. */
export function BoardView() {
  const brand = useBrand();
  const filters = useFilters();
  const themes = useThemes();
  const query = { brand: brand.id, ...asked({ ...filters, status: undefined }) };
  const counts = useRead(['calendar', 'counts', query], () => answer(client.GET('/api/v1/calendar/counts', { params: { query } })), { keep: true });
  return (
    <Loaded read={counts}>
      {(found) => {
        const count = (status: Status) => found.find((each) => each.status === status)?.count ?? 0;
        const columns = [...always, ...others.filter((status) => count(status) > 0)].filter((status) => !filters.status || filters.status === status);
        return (
          <>
            <div className={classes.board} role="group" aria-label={t.scheduling.views.board} onKeyDown={walkColumns}>
              {columns.map((status) => (
                <BoardColumn key={status} status={status} count={count(status)} columns={columns} themes={themes} />
              ))}
            </div>
            <Text size="xs" c="dimmed" mt="xs">
              {words.hint}
            </Text>
          </>
        );
      }}
    </Loaded>
  );
}

interface ColumnProps {
  status: Status;
  count: number;
  columns: Status[];
  themes: Theme[];
}

function BoardColumn({ status, count, columns, themes }: ColumnProps) {
  const brand = useBrand();
  const desk = useDesk();
  const queries = useQueryClient();
  const filters = useFilters();
  const [take, setTake] = useState(page);
  const side = sides[status] ?? ('any' as const);
  const query = { brand: brand.id, ...asked(filters), status, side, take };
  const posts = useRead(['posts', 'column', query], () => answer(client.GET('/api/v1/posts', { params: { query } })), { keep: true, enabled: count > 0 });
  const go = (entry: Entry, to: Status) => {
    if (entry.status === to) return;
    const change = boardChange(entry.status, to);
    const together = desk.marked.has(entry.post) ? [...desk.marked.values()].filter((each) => boardChange(each.status, to) === change) : [entry];
    if (change) {
      // It stands in its new column at once; what the server says comes after.
      void queries.cancelQueries({ queryKey: ['posts', 'column'] });
      desk.change(together, change);
    } else showDone(words.cannot(t.postStatus[entry.status], t.postStatus[to]));
  };
  const drop = useDrop((entry) => go(entry, status));
  const nudge = (entry: Entry, across: number) => {
    const to = columns[columns.indexOf(status) + across];
    if (to) go(entry, to);
  };
  const found = count > 0 ? (posts.data?.items ?? []) : [];
  const items = side === 'any' ? bySlot(found) : found;
  return (
    <section className={classes.column} aria-label={`${t.postStatus[status]}, ${count}`} data-cell {...drop}>
      <header className={classes.columnHead}>
        <PostStatusBadge status={status} />
        <span className="figures">{count}</span>
      </header>
      <ul className={classes.cards}>
        {items.map((entry) => (
          <li key={entry.post}>
            <PostChip entry={entry} themes={themes} onNudge={nudge} rows="none" withDay />
          </li>
        ))}
      </ul>
      {count === 0 && (
        <Text size="xs" c="dimmed">
          {words.none}
        </Text>
      )}
      {posts.data?.after && take < 200 && (
        <Button size="compact-xs" variant="subtle" onClick={() => setTake(Math.min(200, take + page * 2))}>
          {words.more(Math.min(page * 2, count - items.length))}
        </Button>
      )}
    </section>
  );
}
