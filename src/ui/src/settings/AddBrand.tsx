import { Button, Modal, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { CurrencyPicker, ProblemAlert, useBrand, ZonePicker } from '../shared';
import { t } from '../texts';

export function AddBrand({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const words = t.settings.brand;
  const { zone, currency } = useBrand();
  const form = useForm({ initialValues: { name: '', zone, currency }, validate: { name: (value) => (value.trim() === '' ? words.nameMissing : null) } });
  const add = useCommand((body: typeof form.values) => answer(client.POST('/api/v1/brands', { body })), {
    form,
    done: ({ name }) => words.added(name),
    invalidate: [['account']],
    onDone: () => {
      form.reset();
      onClose();
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.addTitle} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.name} data-autofocus {...form.getInputProps('name')} />
          <ZonePicker {...form.getInputProps('zone')} />
          <CurrencyPicker {...form.getInputProps('currency')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
