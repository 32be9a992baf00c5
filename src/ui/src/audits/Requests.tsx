import { Button, Group, Modal, Paper, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { NetworkMark, ProblemAlert, useBrand, useMay, usePeople } from '../shared';
import { t } from '../texts';
import { accountKeys } from './useAccounts';

const words = t.audits.requests;
type Wish = components['schemas']['AccountRequestView'];
const keys = [['account-requests'], ...accountKeys];

/** Wishes for new accounts that wait for a decision. */
export function Requests() {
  const brand = useBrand();
  const read = useRead(['account-requests', brand.id], () => answer(client.GET('/api/v1/account-requests', { params: { query: { brand: brand.id } } })));
  const waiting = (read.data ?? []).filter((wish) => wish.status === 'waiting');
  if (waiting.length === 0) return null;
  return (
    <Stack gap="xs">
      {waiting.map((wish) => (
        <WishCard key={wish.id} wish={wish} />
      ))}
    </Stack>
  );
}

function WishCard({ wish }: { wish: Wish }) {
  const mayDecide = useMay('editPlan');
  const { nameOf } = usePeople();
  const [declining, setDeclining] = useState(false);
  const form = useForm({ initialValues: { reason: '' } });
  const decide = useCommand((grant: boolean) => answer(client.POST('/api/v1/account-requests/{request}/decide', { params: { path: { request: wish.id } }, body: { grant, reason: form.getValues().reason || null } })), {
    invalidate: keys,
    done: (grant) => (grant ? words.granted(wish.handle) : words.declined(wish.handle)),
    form,
  });
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" align="flex-start">
        <div style={{ minWidth: 0, flex: '1 1 260px' }}>
          <Group gap="xs">
            <NetworkMark network={wish.network} />
            <Text fw={600}>{wish.handle}</Text>
            <Text size="sm" c="dimmed">
              {words.askedBy(nameOf(wish.by) ?? '')}
            </Text>
          </Group>
          <Text size="sm">{words.forWhom(wish.audience, wish.content)}</Text>
          {wish.responsible && (
            <Text size="sm" c="dimmed">
              {words.responsible(nameOf(wish.responsible) ?? '')}
            </Text>
          )}
        </div>
        {mayDecide && !declining && (
          <Group gap="xs">
            <Button size="compact-sm" loading={decide.isPending} onClick={() => decide.mutate(true)}>
              {words.grant}
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => setDeclining(true)}>
              {words.decline}
            </Button>
          </Group>
        )}
      </Group>
      {declining && (
        <Group mt="xs" align="flex-end">
          <TextInput label={words.reason} style={{ flex: 1 }} {...form.getInputProps('reason')} />
          <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate(false)}>
            {words.decline}
          </Button>
        </Group>
      )}
    </Paper>
  );
}

/** Asks for an account: network, name, for whom, with what. */
export function AskForAccount({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { network: '', handle: '', audience: '', content: '' } });
  const ask = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/account-requests', { body: { ...values, brand: brand.id } })), {
    form,
    invalidate: keys,
    done: (values) => words.asked(values.handle),
    onDone: () => {
      form.reset();
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.ask} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => ask.mutate(values))}>
        <Stack gap="md">
          <TextInput label={t.audits.network} data-autofocus {...form.getInputProps('network')} />
          <TextInput label={t.audits.handle} description={t.audits.handleHint} {...form.getInputProps('handle')} />
          <TextInput label={words.audience} {...form.getInputProps('audience')} />
          <TextInput label={words.content} description={words.contentHint} {...form.getInputProps('content')} />
          <ProblemAlert problem={ask.problem} form={form} />
          <Button type="submit" loading={ask.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.ask}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

/** Copies the account set for a new branch. */
export function CopyBranch({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { branch: '' } });
  const copy = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/account-branches', { body: { ...values, brand: brand.id } })), {
    form,
    invalidate: accountKeys,
    done: (values, made) => words.copied(made.length, values.branch),
    onDone: () => {
      form.reset();
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.branch} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => copy.mutate(values))}>
        <Stack gap="md">
          <Text>{words.branchHint}</Text>
          <TextInput label={words.branchName} data-autofocus {...form.getInputProps('branch')} />
          <ProblemAlert problem={copy.problem} form={form} />
          <Button type="submit" loading={copy.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.copy}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
