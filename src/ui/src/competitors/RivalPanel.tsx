import { ActionIcon, Anchor, Button, Group, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconRefresh, IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { Comments, DetailPanel, InlineEdit, NetworkMark, OwnFields, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { type Rival, rivalKeys } from './data';
import { FollowForm } from './FollowForm';
import { FigureList } from './FigureList';
import { Swot } from './Swot';

const words = t.competitors;
type Change = { name?: string; kind?: Rival['kind']; site?: string; position?: string; notes?: string };

/** One rival: where it is, what it claims, its figures, its strengths and weaknesses. */
export function RivalPanel({ rival, onClose }: { rival: Rival; onClose: () => void }) {
  const disabled = !useMay('editPlan');
  const params = { path: { competitor: rival.id } };
  const patch = (body: Change) => answer(client.PATCH('/api/v1/competitors/{competitor}', { params, body }));
  const before = (body: Change) => Object.fromEntries(Object.keys(body).map((key) => [key, rival[key as keyof Rival] ?? ''])) as Change;
  const change = useCommand(patch, { invalidate: rivalKeys, done: words.changed(rival.name), undo: (body) => patch(before(body)) });
  const put = (away: boolean) => (away ? answer(client.POST('/api/v1/competitors/{competitor}/archive', { params })) : answer(client.POST('/api/v1/competitors/{competitor}/restore', { params })));
  const archive = useCommand(put, { invalidate: rivalKeys, done: (away) => (away ? words.archived(rival.name) : words.restored(rival.name)), undo: (away) => put(!away) });
  return (
    <DetailPanel title={<InlineEdit label={words.name} value={rival.name} onSave={(name) => change.mutate({ name })} disabled={disabled} />} onClose={onClose}>
      <Stack gap="md">
        <Select label={words.kind} data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} value={rival.kind} onChange={(kind) => change.mutate({ kind: kind as Rival['kind'] })} disabled={disabled} />
        <TextInput label={words.site} key={rival.site} defaultValue={rival.site ?? ''} onBlur={({ currentTarget: { value } }) => value.trim() !== (rival.site ?? '') && change.mutate({ site: value })} disabled={disabled} />
        <Textarea
          label={words.position}
          description={words.positionHint}
          autosize
          minRows={2}
          key={rival.position}
          defaultValue={rival.position ?? ''}
          onBlur={({ currentTarget: { value } }) => value.trim() !== (rival.position ?? '') && change.mutate({ position: value })}
          disabled={disabled}
        />
        <Profiles rival={rival} disabled={disabled} />
        <FigureList rival={rival} />
        <Swot competitor={rival.id} />
        {!disabled && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => archive.mutate(!rival.archivedAt)}>
            {rival.archivedAt ? words.restore : words.archive}
          </Button>
        )}
        <OwnFields node={rival.id} />
        <Comments node={rival.id} />
      </Stack>
    </DetailPanel>
  );
}

function Profiles({ rival, disabled }: { rival: Rival; disabled: boolean }) {
  const brand = useBrand();
  const mayType = useMay('editNumbers');
  const params = { path: { competitor: rival.id } };
  const unfollow = useCommand((account: Rival['accounts'][number]) => answer(client.DELETE('/api/v1/competitors/{competitor}/accounts', { params: { ...params, query: { key: account.key } } })), {
    invalidate: rivalKeys,
    done: (account) => words.unfollowed(account.handle),
    undo: ({ network, handle, url, server }) => answer(client.POST('/api/v1/competitors/{competitor}/accounts', { params, body: { network, handle, url, server } })),
  });
  const read = useCommand(() => answer(client.POST('/api/v1/benchmark-snapshots/read', { body: { brand: brand.id, competitor: rival.id } })), {
    invalidate: rivalKeys,
    done: (_, results) => results.map((result) => result.message).join(' ') || words.read(0, 0),
  });
  return (
    <section aria-label={words.where}>
      <Group justify="space-between" mb="xs">
        <Text size="sm" fw={600}>
          {words.where}
        </Text>
        {mayType && rival.accounts.some((account) => account.readable) && (
          <Button variant="default" size="compact-sm" leftSection={<IconRefresh size={14} aria-hidden />} loading={read.isPending} onClick={() => read.mutate()}>
            {words.readThis}
          </Button>
        )}
      </Group>
      <Stack gap="xs">
        {rival.accounts.length === 0 && <Text c="dimmed">{words.nowhere}</Text>}
        {rival.accounts.map((account) => (
          <Group key={account.key} gap="sm" wrap="nowrap" justify="space-between">
            <Group gap="xs" style={{ minWidth: 0 }}>
              <NetworkMark network={account.network} />
              {account.url ? (
                <Anchor href={account.url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
                  {account.handle}
                </Anchor>
              ) : (
                <Text style={{ overflowWrap: 'anywhere' }}>{account.handle}</Text>
              )}
              {account.server && (
                <Text size="sm" c="dimmed">
                  {account.server.replace(/^https?:\/\//, '')}
                </Text>
              )}
            </Group>
            {!disabled && (
              <ActionIcon variant="subtle" color="gray" aria-label={words.unfollow(account.handle)} onClick={() => unfollow.mutate(account)}>
                <IconX size={16} />
              </ActionIcon>
            )}
          </Group>
        ))}
        {!disabled && <FollowForm rival={rival} />}
      </Stack>
    </section>
  );
}
