import { Button, Checkbox, CopyButton, Group, Modal, NumberInput, Stack, Text, TextInput } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { formatMoment, ProblemAlert, useBrand, useMay } from '../shared';
import { t } from '../texts';
import type { PostView } from './draft';

type LinkView = components['schemas']['ReviewLinkView'];
const words = t.reviewing;

/** Links by which people without an account review the post: made, shown once, revoked. */
export function ReviewLinks({ post, links, stale }: { post: PostView; links: LinkView[]; stale: QueryKey[] }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const [asked, setAsked] = useState(false);
  const revoke = useCommand((link: string) => answer(client.POST('/api/v1/review-links/{link}/revoke', { params: { path: { link } } })), { invalidate: stale, done: words.revoked });
  return (
    <Stack gap="xs">
      {links.map((link) => (
        <Group key={link.id} gap="sm">
          <Text size="sm">
            {words.linkState(link.to, link.by, formatMoment(link.until, brand.zone))} ({!link.open ? words.ended : link.openedAt ? words.opened : words.unopened})
          </Text>
          {mayWrite && link.open && (
            <Button size="compact-xs" variant="subtle" onClick={() => revoke.mutate(link.id)}>
              {words.revoke}
            </Button>
          )}
        </Group>
      ))}
      {mayWrite && post.archivedAt === null && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setAsked(true)}>
          {words.send}
        </Button>
      )}
      <Modal opened={asked} onClose={() => setAsked(false)} title={words.sendTitle} closeButtonProps={{ 'aria-label': t.actions.close }}>
        {asked && <SendForm post={post} stale={stale} />}
      </Modal>
    </Stack>
  );
}

function SendForm({ post, stale }: { post: PostView; stale: QueryKey[] }) {
  const brand = useBrand();
  const [to, setTo] = useState('');
  const [days, setDays] = useState(14);
  const [withOthers, setWithOthers] = useState(false);
  const query = { brand: brand.id, status: 'inReview' as const, take: 49 };
  const others = (useRead(['posts', 'in review', brand.id], () => answer(client.GET('/api/v1/posts', { params: { query } }))).data?.items ?? []).filter((each) => each.post !== post.id);
  const make = useCommand(
    () => answer(client.POST('/api/v1/review-links', { body: { posts: [post.id, ...(withOthers ? others.map((each) => each.post) : [])], to, days } })),
    { invalidate: stale, quiet: true },
  );
  if (make.data) {
    const address = `${window.location.origin}${make.data.path}`;
    return (
      <Stack>
        <TextInput label={words.address} description={words.addressOnce} readOnly value={address} onFocus={(event) => event.currentTarget.select()} />
        <CopyButton value={address}>
          {({ copied, copy }) => (
            <Button onClick={copy} style={{ alignSelf: 'flex-start' }}>
              {copied ? words.copied : words.copy}
            </Button>
          )}
        </CopyButton>
      </Stack>
    );
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        make.mutate();
      }}
    >
      <Stack>
        <Text size="sm">{words.sendWhy}</Text>
        <TextInput label={words.to} data-autofocus required maxLength={120} value={to} onChange={(event) => setTo(event.currentTarget.value)} />
        <NumberInput label={words.days} min={1} max={90} value={days} onChange={(value) => setDays(typeof value === 'number' ? value : 14)} w={160} />
        {others.length > 0 && <Checkbox label={words.withOthers(others.length)} checked={withOthers} onChange={(event) => setWithOthers(event.currentTarget.checked)} />}
        <ProblemAlert problem={make.problem} />
        <Button type="submit" loading={make.isPending} disabled={to.trim() === ''} style={{ alignSelf: 'flex-start' }}>
          {words.make}
        </Button>
      </Stack>
    </form>
  );
}
