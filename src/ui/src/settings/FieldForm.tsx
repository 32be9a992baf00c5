import { Button, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { t } from '../texts';
import type { OwnField } from './FieldsPage';

const words = t.settings.fields;
const options = <Key extends string>(labels: Record<Key, string>) => (Object.entries(labels) as [Key, string][]).map(([value, label]) => ({ value, label }));

/** Adds a field, or changes what one is called and offers. What it is for and what it takes stay as they were made. */
export function FieldForm({ field, onClose }: { field?: OwnField; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: { label: field?.label ?? '', place: field?.place ?? ('goal' as OwnField['place']), type: field?.type ?? ('text' as OwnField['type']), choices: field?.choices.join('\n') ?? '', hint: field?.hint ?? '' },
  });
  const save = useCommand(
    ({ choices, place, type, ...rest }: typeof form.values) => {
      const body = { ...rest, choices: type === 'choice' ? choices.split('\n').map((line) => line.trim()).filter((line) => line !== '') : [] };
      return field
        ? answer(client.PATCH('/api/v1/custom-fields/{field}', { params: { path: { field: field.id } }, body: { ...body, ifVersion: field.version } }))
        : answer(client.POST('/api/v1/custom-fields', { body: { ...body, place, type, brand: brand.id } }));
    },
    { form, invalidate: [['custom-fields', brand.id], ['own-fields']], done: ({ label }) => (field ? words.changed(label) : words.added(label)), onDone: onClose },
  );
  return (
    <Modal opened onClose={onClose} title={field ? words.change(field.label) : words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.label} description={words.labelHint} data-autofocus maxLength={60} {...form.getInputProps('label')} />
          <Select label={words.place} data={options(words.places)} disabled={!!field} {...form.getInputProps('place')} />
          <Select label={words.type} data={options(words.types)} disabled={!!field} {...form.getInputProps('type')} />
          {form.values.type === 'choice' && <Textarea label={words.choices} description={words.choicesHint} autosize minRows={3} {...form.getInputProps('choices')} />}
          <TextInput label={words.hint} description={words.hintHint} maxLength={200} {...form.getInputProps('hint')} />
          <ProblemAlert problem={save.problem} form={form} />
          <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
            {field ? t.actions.save : words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
