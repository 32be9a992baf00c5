import { Button, Modal, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { ProblemAlert, useBrand, networkName } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { t } from '../texts';
import { afterChange, type Channel } from './useChannels';

const words = t.channels;

/** The accounts of the brand, for pickers. */
export function useAccountChoices(network?: string) {
  const brand = useBrand();
  const read = useRead(['accounts', brand.id, false], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id, archived: false } } })));
  return (read.data?.accounts ?? [])
    .filter((account) => network === undefined || account.network === network)
    .map((account) => ({ value: account.id, label: `${account.handle} (${networkName(account.network)})` }));
}

interface Props {
  plan: string;
  opened: boolean;
  /** What it is added as. */
  status?: Channel['status'];
  onClose: () => void;
  onAdded: (id: string) => void;
}

export function AddChannel({ plan, opened, status = 'active', onClose, onAdded }: Props) {
  const accounts = useAccountChoices();
  const verb = status === 'candidate' ? t.candidates.add : words.add;
  const form = useForm({
    initialValues: { network: '', account: null as string | null, status },
    validate: { network: (value, values) => (value.trim() === '' && !values.account ? words.networkMissing : null) },
  });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/channels', { body: { ...values, network: values.network || null, plan } })), {
    form,
    invalidate: afterChange,
    done: (_, channel) => (channel.status === 'candidate' ? t.candidates.added : words.added)(channel.networkLabel),
    onDone: (channel) => {
      form.reset();
      onClose();
      onAdded(channel.id);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={verb} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <Select label={words.account} description={words.accountHint} data={accounts} clearable data-autofocus {...form.getInputProps('account')} />
          {!form.values.account && <NetworkField label={words.network} {...form.getInputProps('network')} />}
          {status !== 'candidate' && <Select label={words.status} data={Object.entries(words.statuses).map(([value, label]) => ({ value, label }))} {...form.getInputProps('status')} />}
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {verb}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
