import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { NetworkField } from '../shared/forms/NetworkField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { Idea } from './useCandidates';

const words = t.candidates;

/** Changes an idea: what it is, how it would go, and the guess of its impact and effort. */
export function IdeaForm({ idea, onClose }: { idea: Idea; onClose: () => void }) {
  const before = { title: idea.title, about: idea.about ?? '', network: idea.network ?? '', impact: idea.impact, effort: idea.effort };
  const form = useForm({ initialValues: before });
  const patch = (body: typeof before) => answer(client.PATCH('/api/v1/operation-ideas/{idea}', { params: { path: { idea: idea.id } }, body }));
  const save = useCommand(patch, { form, invalidate: [['operation-ideas']], done: ({ title }) => words.ideaChanged(title), undo: () => patch(before), onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={words.changeIdea} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <TextInput label={words.idea} maxLength={200} data-autofocus {...form.getInputProps('title')} />
          <Textarea label={words.about} autosize minRows={2} maxLength={2000} {...form.getInputProps('about')} />
          <NetworkField label={words.anyNetwork} {...form.getInputProps('network')} />
          <Group grow>
            <NumberField label={words.impact} description={words.of5} min={1} max={5} {...form.getInputProps('impact')} />
            <NumberField label={words.effort} description={words.of5} min={1} max={5} {...form.getInputProps('effort')} />
          </Group>
          <ProblemAlert problem={save.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.actions.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t.actions.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
