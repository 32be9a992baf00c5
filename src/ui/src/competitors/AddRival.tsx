import { Button, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';
import { type Rival, rivalKeys } from './data';

const words = t.competitors;

/** Puts a rival on file: a name is enough to begin. */
export function AddRival({ opened, onClose, onAdded }: { opened: boolean; onClose: () => void; onAdded: (id: string) => void }) {
  const brand = useBrand();
  const form = useForm({ initialValues: { name: '', kind: 'direct' as Rival['kind'], site: '', position: '' } });
  const add = useCommand(({ site, position, ...values }: typeof form.values) => answer(client.POST('/api/v1/competitors', { body: { ...values, site: site || null, position: position || null, brand: brand.id } })), {
    form,
    invalidate: rivalKeys,
    done: (values) => words.added(values.name),
    onDone: (rival) => {
      form.reset();
      onAdded(rival.id);
    },
  });
  return (
    <Modal opened={opened} onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.name} data-autofocus {...form.getInputProps('name')} />
          <Select label={words.kind} data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} {...form.getInputProps('kind')} />
          <TextInput label={words.site} type="url" {...form.getInputProps('site')} />
          <Textarea label={words.position} description={words.positionHint} autosize minRows={2} {...form.getInputProps('position')} />
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
