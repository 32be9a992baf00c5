import { Button, Group, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { t } from '../texts';
import { type Rival, rivalKeys } from './data';

const words = t.competitors;

/** Adds a profile of a rival. */
export function FollowForm({ rival }: { rival: Rival }) {
  const [open, setOpen] = useState(false);
  const form = useForm({ initialValues: { network: '', handle: '', url: '', server: '' } });
  const follow = useCommand(
    ({ url, server, ...values }: typeof form.values) => answer(client.POST('/api/v1/competitors/{competitor}/accounts', { params: { path: { competitor: rival.id } }, body: { ...values, url: url || null, server: server || null } })),
    {
      form,
      invalidate: rivalKeys,
      done: (values) => words.followed(values.handle),
      onDone: () => {
        form.reset();
        setOpen(false);
      },
    },
  );
  if (!open) {
    return (
      <Button variant="subtle" size="compact-sm" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        {words.follow}
      </Button>
    );
  }
  return (
    <form noValidate onSubmit={form.onSubmit((values) => follow.mutate(values))}>
      <Stack gap="sm">
        <Group grow align="flex-start">
          <NetworkField label={words.network} data-autofocus {...form.getInputProps('network')} />
          <TextInput label={words.handle} {...form.getInputProps('handle')} />
        </Group>
        <TextInput label={words.url} type="url" {...form.getInputProps('url')} />
        {(form.values.network === 'bluesky' || form.values.network === 'mastodon') && <TextInput label={words.server} description={words.serverHint} {...form.getInputProps('server')} />}
        <ProblemAlert problem={follow.problem} form={form} />
        <Group>
          <Button type="submit" size="compact-sm" loading={follow.isPending}>
            {words.follow}
          </Button>
          <Button variant="default" size="compact-sm" onClick={() => setOpen(false)}>
            {t.actions.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
