import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import type { paths } from '../api/schema';
import { type BulkAction, type Column, DataTable, Empty, Loaded, Moment, NetworkMark, PostStatusBadge, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import classes from './Calendar.module.css';
import { asked, stale, useThemes } from './data';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { useFilters } from './filters';
import { verbsFor } from './postVerbs';

const words = t.calendar;
const sides = ['ahead', 'past', 'any'] as const;
const page = 200;

type Query = NonNullable<paths['/api/v1/posts']['get']['parameters']['query']>;

/** The first pages of the list as one. */
async function readPages(query: Query, pages: number) {
  const items: Entry[] = [];
  let after: string | null | undefined;
  for (let i = 0; i < pages && (i === 0 || after); i++) {
    const found = await answer(client.GET('/api/v1/posts', { params: { query: { ...query, after: after ?? undefined } } }));
    items.push(...found.items);
    after = found.after;
  }
  return { items, after };
}

/** Every post as a list, also the ideas without a time and the archive. */
export function PostTable() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const navigate = useNavigate();
  const themes = useThemes();
  const desk = useDesk();
  const filters = useFilters();
  const rights = { mayWrite: useMay('writePosts'), mayApprove: useMay('approvePosts'), mayPublish: useMay('publish') };
  const archived = url.archive === 'yes';
  const slotless = url.ideas === 'yes';
  // Ideas have no time, and the archive is looked through as a whole.
  const side = archived || slotless ? 'any' : (sides.find((each) => each === url.side) ?? 'ahead');
  const [pages, setPages] = useState(1);
  const query = {
    brand: brand.id,
    ...asked(filters),
    archived,
    slotless,
    side,
    take: page,
  };
  const posts = useRead(['posts', query, pages], () => readPages(query, pages), { keep: true });
  const restore = useCommand((ids: string[]) => Promise.all(ids.map((post) => answer(client.POST('/api/v1/posts/{post}/restore', { params: { path: { post } } })))), { invalidate: stale, done: (ids) => t.scheduling.changed.restore(ids.length) });
  const bulk: BulkAction<Entry>[] = archived
    ? [{ key: 'restore', label: t.scheduling.verbs.restore, run: (rows) => restore.mutateAsync(rows.map((row) => row.post)) }]
    : [
        { key: 'move', label: t.scheduling.verbs.move, run: (rows) => desk.ask({ kind: 'move', entries: rows }) },
        { key: 'queue', label: t.scheduling.verbs.queue, run: (rows) => desk.ask({ kind: 'queue', entries: rows }) },
        ...verbsFor(posts.data?.items ?? [], rights).map((verb) => ({ key: verb, label: t.scheduling.verbs[verb], icon: verb === 'archive' ? IconArchive : undefined, run: (rows: Entry[]) => desk.change(rows, verb) })),
      ];
  const columns: Column<Entry>[] = [
    { key: 'title', title: words.columns.title, cell: (post) => post.title, sort: (post) => post.title, primary: true },
    { key: 'when', title: words.columns.when, cell: (post) => (post.dueAt ? <Moment at={post.dueAt} zone={brand.zone} /> : words.noSlot), sort: (post) => post.dueAt },
    { key: 'status', title: words.columns.status, cell: (post) => <PostStatusBadge status={post.status} />, sort: (post) => post.status },
    {
      key: 'accounts',
      title: words.columns.accounts,
      cell: (post) => (
        <span style={{ display: 'inline-flex', gap: 6, verticalAlign: 'middle' }}>
          {post.networks.map((network) => (
            <NetworkMark key={network} network={network} iconOnly />
          ))}
        </span>
      ),
      hideBelow: 720,
    },
    { key: 'theme', title: words.columns.theme, cell: (post) => themes.find((theme) => theme.id === post.theme)?.name, sort: (post) => post.theme, hideBelow: 960 },
    { key: 'goal', title: words.columns.goal, cell: (post) => <span style={{ whiteSpace: 'nowrap' }}>{post.hasGoal ? words.hasGoal : words.noGoal}</span>, sort: (post) => post.hasGoal, hideBelow: 960 },
  ];
  return (
    <>
      {!archived && !slotless && (
        <SegmentedControl
          className={classes.side}
          aria-label={words.columns.when}
          value={side}
          onChange={(value) => setUrl({ side: value === 'ahead' ? undefined : value })}
          data={sides.map((value) => ({ value, label: words.sides[value] }))}
        />
      )}
      <Loaded read={posts}>
        {(found) => (
          <DataTable
            key={side}
            label={words.title}
            rows={found.items}
            columns={columns}
            rowKey={(post) => post.post}
            rowName={(post) => post.title}
            onOpen={(post) => void navigate({ to: '/calendar/$post', params: { post: post.post } })}
            bulk={rights.mayWrite ? bulk : []}
            firstSort={side === 'ahead' ? 'when' : '-when'}
            empty={<Empty title={words.emptySide[side]} text={words.empty} action={{ label: words.emptyAction, to: '/calendar/new' }} />}
          />
        )}
      </Loaded>
      {posts.data?.after && (
        <Button mt="md" variant="default" loading={posts.isFetching} onClick={() => setPages(pages + 1)}>
          {words.moreList}
        </Button>
      )}
      <Checkbox mt="md" label={words.ideas} checked={slotless} onChange={(event) => setUrl({ ideas: event.currentTarget.checked ? 'yes' : undefined })} />
      <Checkbox mt="xs" label={words.showArchive} checked={archived} onChange={(event) => setUrl({ archive: event.currentTarget.checked ? 'yes' : undefined })} />
    </>
  );
}
