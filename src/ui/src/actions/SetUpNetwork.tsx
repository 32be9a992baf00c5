import { Button, Modal, Select, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { PersonPicker, ProblemAlert, useBrand, usePeople, networkName } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { afterWork } from './useWork';

const words = t.actionItems;

interface Props {
  plan: string;
  opened: boolean;
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** Adds the steps of setting a network up; ticking all marks the account as set up. */
export function SetUpNetwork({ plan, opened, onClose, onAdded }: Props) {
  const brand = useBrand();
  const { people } = usePeople();
  const accounts = useRead(['accounts', brand.id, false], () => answer(client.GET('/api/v1/accounts', { params: { query: { brand: brand.id, archived: false } } })), { enabled: opened });
  const form = useForm({
    initialValues: { network: '', account: null as string | null, accountable: null as string | null, due: '' },
    validate: { network: (value, values) => (value.trim() === '' && !values.account ? words.networkMissing : null) },
  });
  const add = useCommand(
    (values: typeof form.values) => answer(client.POST('/api/v1/actions/set-up', { body: { plan, ...values, network: values.account ? null : values.network, due: values.due || null } })),
    {
      form,
      invalidate: afterWork,
      done: (_, work) => words.added(work.title),
      onDone: (work) => {
        form.reset();
        onClose();
        onAdded(work.id);
      },
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={words.setUp} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <Text c="dimmed">{words.setUpHint}</Text>
          <Select
            label={words.account}
            data={(accounts.data?.accounts ?? []).map((account) => ({ value: account.id, label: `${account.handle} (${networkName(account.network)})` }))}
            clearable
            data-autofocus
            {...form.getInputProps('account')}
          />
          {!form.values.account && <NetworkField label={words.network} {...form.getInputProps('network')} />}
          <PersonPicker label={words.owner} people={people} value={form.values.accountable} onChange={(id) => form.setFieldValue('accountable', id)} />
          <DateField label={words.due} {...form.getInputProps('due')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.setUp}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
