import { Autocomplete, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand, useRead } from '../api';
import type { To } from '../menu';
import { ProblemAlert } from '../shared';
import { t } from '../texts';
import type { Plan } from './plan';

const words = t.plans.saveTemplate;

/** Makes a template of the plan: a name, what such a plan is, and whom it suits. */
export function SaveTemplate({ plan, opened, onClose }: { plan: Plan; opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Fields plan={plan} onClose={onClose} />
    </Modal>
  );
}

function Fields({ plan, onClose }: { plan: Plan; onClose: () => void }) {
  const known = useRead(['plan-templates'], () => answer(client.GET('/api/v1/plan-templates'))).data ?? [];
  const form = useForm({ initialValues: { title: plan.title, says: '', intent: '', business: '', size: 'team' } });
  const save = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/plans/{plan}/template', { params: { path: { plan: plan.id } }, body: { ...values, intent: values.intent || 'own', business: values.business || 'own' } })), {
    form,
    invalidate: [['plan-templates']],
    done: (_, line) => words.saved(line.title),
    next: () => ({ to: '/settings/templates' as To, label: words.open }),
    onDone: onClose,
  });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Text c="dimmed">{words.hint}</Text>
        <TextInput label={words.name} maxLength={120} data-autofocus {...form.getInputProps('title')} />
        <TextInput label={words.says} description={words.saysHint} maxLength={300} {...form.getInputProps('says')} />
        <Group grow align="flex-start" preventGrowOverflow={false}>
          <Autocomplete label={t.plans.start.intent} maxLength={40} data={[...new Set(known.map((each) => each.intent))]} {...form.getInputProps('intent')} />
          <Autocomplete label={t.plans.start.business} maxLength={40} data={[...new Set(known.map((each) => each.business))]} {...form.getInputProps('business')} />
          <Select label={t.plans.start.size} data={Object.entries(words.sizes).map(([value, label]) => ({ value, label }))} allowDeselect={false} {...form.getInputProps('size')} />
        </Group>
        <ProblemAlert problem={save.problem} form={form} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t.actions.cancel}
          </Button>
          <Button type="submit" loading={save.isPending} disabled={!form.values.title.trim() || !form.values.says.trim()}>
            {words.save}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
