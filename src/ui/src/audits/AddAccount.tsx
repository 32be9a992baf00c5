import { Button, Checkbox, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { PersonPicker, ProblemAlert, useBrand, useMay, usePeople } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { t } from '../texts';
import { asksOf } from './fields';
import { accountKeys } from './useAccounts';
import { connectOf, connectionsOf, needsConnecting } from './useConnections';

const words = t.audits;

export function AddAccount({ opened, onClose, onAdded }: { opened: boolean; onClose: () => void; onAdded: (id: string) => void }) {
  const brand = useBrand();
  const { people } = usePeople();
  const mayConnect = useMay('administer');
  const form = useForm({
    initialValues: { network: '', handle: '', url: '', purpose: '', businessGoal: '', nobodyKnows: false, owner: null as string | null },
    validate: {
      network: (value) => (value.trim() === '' ? words.networkMissing : null),
      handle: (value) => (value.trim() === '' ? words.handleMissing : null),
      purpose: (value, { nobodyKnows }) => (value.trim() === '' && !nobodyKnows ? words.purposeMissing : null),
    },
  });
  const add = useCommand(
    async ({ nobodyKnows, ...values }: typeof form.values) => {
      const said = nobodyKnows ? { purpose: null, businessGoal: null, status: 'unexplained' as const } : { purpose: values.purpose, businessGoal: values.businessGoal || null };
      const account = await answer(client.POST('/api/v1/accounts', { body: { ...values, ...said, url: values.url || null, brand: brand.id } }));
      // The account is there, whatever becomes of this question.
      const connections = mayConnect ? await connectionsOf(brand.id).catch(() => []) : [];
      return { id: account.id, connects: needsConnecting(connections.find((one) => one.account === account.id)) };
    },
    {
      form,
      invalidate: [...accountKeys, ['connections']],
      done: (values) => words.added(values.handle),
      next: (account) => (account.connects ? { label: words.connect.verb, ...connectOf(account.id) } : undefined),
      onDone: (account) => {
        form.reset();
        onClose();
        onAdded(account.id);
      },
    },
  );
  const asks = asksOf(form.values.network);
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <NetworkField own label={words.network} description={words.networkHint} data-autofocus {...form.getInputProps('network')} />
          {form.values.network === 'webhook' && <Text c="dimmed">{words.webhook.hint}</Text>}
          <TextInput label={asks.handle} description={asks.handleHint} {...form.getInputProps('handle')} />
          <TextInput label={asks.url} type="url" placeholder={words.urlHint} {...form.getInputProps('url')} />
          {!form.values.nobodyKnows && (
            <>
              <Textarea label={words.purposeLabel} description={asks.purposeHint} autosize minRows={2} withAsterisk {...form.getInputProps('purpose')} />
              <TextInput label={words.businessGoal} description={words.businessGoalHint} {...form.getInputProps('businessGoal')} />
            </>
          )}
          <Checkbox label={words.nobodyKnows} description={form.values.nobodyKnows ? words.nobodyKnowsHint : undefined} {...form.getInputProps('nobodyKnows', { type: 'checkbox' })} />
          <PersonPicker label={words.owner} description={words.ownerHint} people={people} value={form.values.owner} onChange={(owner) => form.setFieldValue('owner', owner)} error={form.errors.owner} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
