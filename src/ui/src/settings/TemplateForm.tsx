import { Button, Code, Group, Modal, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import { FormSkeleton, Loaded, ProblemAlert } from '../shared';
import { t } from '../texts';
import type { Template } from './TemplatesPage';

const words = t.settings.templates;

/** One template: its name and words, and the whole of it as text. Shipped ones are read only. */
export function TemplateForm({ template, mayEdit, onClose }: { template: Template; mayEdit: boolean; onClose: () => void }) {
  const read = useRead(['plan-templates', template.key], () => answer(client.GET('/api/v1/plan-templates/{template}', { params: { path: { template: template.key } } })));
  return (
    <Modal opened onClose={onClose} title={template.title} size="xl" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Loaded read={read} skeleton={<FormSkeleton fields={6} />}>
        {({ yaml }) =>
          mayEdit ? (
            <Fields template={template} yaml={yaml} onClose={onClose} />
          ) : (
            <Stack>
              <Text c="dimmed">{template.own ? template.says : words.shippedHint}</Text>
              <Code block tabIndex={0}>
                {yaml}
              </Code>
            </Stack>
          )
        }
      </Loaded>
    </Modal>
  );
}

function Fields({ template, yaml, onClose }: { template: Template; yaml: string; onClose: () => void }) {
  const form = useForm({ initialValues: { title: template.title, says: template.says, intent: template.intent, business: template.business, size: template.size, yaml } });
  const path = { params: { path: { template: template.key } } };
  const put = (whole: string) => answer(client.POST('/api/v1/plan-templates', { body: { yaml: whole } }));
  const save = useCommand(
    async ({ yaml: whole, ...about }: typeof form.values) => {
      // The text first: it may be refused, and then nothing has changed.
      if (whole !== yaml) await put(whole);
      if (Object.entries(about).some(([key, value]) => template[key as keyof typeof about] !== value)) await answer(client.PATCH('/api/v1/plan-templates/{template}', { ...path, body: about }));
    },
    { form, invalidate: [['plan-templates']], done: words.saved(template.title), undo: () => put(yaml), onDone: onClose },
  );
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <TextInput label={words.name} maxLength={120} data-autofocus {...form.getInputProps('title')} />
        <TextInput label={words.says} maxLength={300} {...form.getInputProps('says')} />
        <Group grow preventGrowOverflow={false}>
          <TextInput label={t.plans.start.intent} maxLength={40} {...form.getInputProps('intent')} />
          <TextInput label={t.plans.start.business} maxLength={40} {...form.getInputProps('business')} />
          <TextInput label={t.plans.start.size} maxLength={40} {...form.getInputProps('size')} />
        </Group>
        <Textarea label={words.text} description={words.textHint} autosize minRows={8} maxRows={18} styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }} spellCheck={false} {...form.getInputProps('yaml')} />
        <ProblemAlert problem={save.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
            {t.actions.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
