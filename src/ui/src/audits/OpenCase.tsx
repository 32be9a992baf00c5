import { Button, Checkbox, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { t } from '../texts';
import { caseKeys, type Element } from './useCases';

const words = t.audits.cases;

/** Begins with the address of the fake; the rest can follow. */
export function OpenCase({ opened, onClose, onOpened }: { opened: boolean; onClose: () => void; onOpened: (id: string) => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { network: '', url: '', handle: '', copied: [] as Element[], notes: '' } });
  const open = useCommand(
    ({ handle, notes, ...values }: typeof form.values) => answer(client.POST('/api/v1/impersonation-cases', { body: { ...values, handle: handle || null, notes: notes || null, brand: brand.id } })),
    {
      form,
      invalidate: caseKeys,
      done: words.opened,
      onDone: (made) => {
        form.reset();
        onOpened(made.case.id);
      },
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={words.open} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => open.mutate(values))}>
        <Stack gap="md">
          <NetworkField label={t.audits.network} data-autofocus {...form.getInputProps('network')} />
          <TextInput label={words.address} type="url" placeholder={t.audits.urlHint} {...form.getInputProps('url')} />
          <TextInput label={t.audits.handle} {...form.getInputProps('handle')} />
          <Checkbox.Group label={words.copied} {...form.getInputProps('copied')}>
            <Group mt="xs" gap="md">
              {Object.entries(words.elements).map(([value, label]) => (
                <Checkbox key={value} value={value} label={label} />
              ))}
            </Group>
          </Checkbox.Group>
          <Textarea label={words.notes} autosize minRows={2} {...form.getInputProps('notes')} />
          <ProblemAlert problem={open.problem} form={form} />
          <Button type="submit" loading={open.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.open}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
