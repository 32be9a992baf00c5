import { Checkbox } from '@mantine/core';
import { IconArchive } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, Loaded, Moment, NetworkMark, PostStatusBadge, useBrand, useUrl } from '../shared';
import { t } from '../texts';
import { stale, useThemes } from './data';
import type { Entry } from './draft';

const words = t.calendar;

/** Every post as a list, also the ideas without a time and the archive. */
export function PostTable() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const navigate = useNavigate();
  const themes = useThemes();
  const archived = url.archive === 'yes';
  const slotless = url.ideas === 'yes';
  const query = {
    brand: brand.id,
    network: url.network,
    status: url.status as components['schemas']['PostStatus'] | undefined,
    theme: url.theme,
    archived,
    slotless,
    take: 200,
  };
  const posts = useRead(['posts', query], () => answer(client.GET('/api/v1/posts', { params: { query } })), { keep: true });
  const each = (verb: 'archive' | 'restore') => (ids: string[]) =>
    Promise.all(
      ids.map((post) =>
        verb === 'archive'
          ? answer(client.POST('/api/v1/posts/{post}/archive', { params: { path: { post } } }))
          : answer(client.POST('/api/v1/posts/{post}/restore', { params: { path: { post } } })),
      ),
    );
  const archive = useCommand(each('archive'), { invalidate: stale, done: (ids) => words.archived(ids.length), undo: each('restore') });
  const columns: Column<Entry>[] = [
    { key: 'title', title: words.columns.title, cell: (post) => post.title, sort: (post) => post.title, primary: true },
    { key: 'when', title: words.columns.when, cell: (post) => (post.dueAt ? <Moment at={post.dueAt} zone={brand.zone} /> : words.noSlot), sort: (post) => post.dueAt },
    { key: 'status', title: words.columns.status, cell: (post) => <PostStatusBadge status={post.status} />, sort: (post) => post.status },
    {
      key: 'accounts',
      title: words.columns.accounts,
      cell: (post) => (
        <span style={{ display: 'inline-flex', gap: 6 }}>
          {post.networks.map((network) => (
            <NetworkMark key={network} network={network} iconOnly />
          ))}
        </span>
      ),
      hideBelow: 720,
    },
    { key: 'theme', title: words.columns.theme, cell: (post) => themes.find((theme) => theme.id === post.theme)?.name, sort: (post) => post.theme, hideBelow: 960 },
    { key: 'goal', title: words.columns.goal, cell: (post) => (post.hasGoal ? words.hasGoal : words.noGoal), sort: (post) => post.hasGoal, hideBelow: 960 },
  ];
  return (
    <>
      <Loaded read={posts}>
        {(page) => (
          <DataTable
            label={words.title}
            rows={page.items}
            columns={columns}
            rowKey={(post) => post.post}
            rowName={(post) => post.title}
            searchText={(post) => `${post.title} ${post.words}`}
            onOpen={(post) => void navigate({ to: '/calendar/$post', params: { post: post.post } })}
            bulk={archived ? [] : [{ key: 'archive', label: words.archive, icon: IconArchive, run: (rows) => archive.mutateAsync(rows.map((row) => row.post)) }]}
            firstSort="when"
            empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/calendar/new' }} />}
          />
        )}
      </Loaded>
      <Checkbox mt="md" label={words.ideas} checked={slotless} onChange={(event) => setUrl({ ideas: event.currentTarget.checked ? 'yes' : undefined })} />
      <Checkbox mt="xs" label={words.showArchive} checked={archived} onChange={(event) => setUrl({ archive: event.currentTarget.checked ? 'yes' : undefined })} />
    </>
  );
}
