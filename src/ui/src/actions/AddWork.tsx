import { Button, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { PersonPicker, ProblemAlert, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { afterWork, useGoalChoices, type Work } from './useWork';

const words = t.actionItems;

interface Props {
  plan: string;
  /** What is added; undefined while nothing is. */
  kind: 'action' | 'tactic' | undefined;
  tactics: Work[];
  onClose: () => void;
  onAdded: (id: string) => void;
}

/** A tactic, or an action with its owner, day and sign of being done. */
export function AddWork({ plan, kind, tactics, onClose, onAdded }: Props) {
  const { people } = usePeople();
  const goals = useGoalChoices(plan);
  const form = useForm({
    initialValues: { title: '', goal: null as string | null, tactic: null as string | null, accountable: null as string | null, due: '', doneWhen: '' },
    validate: { title: (value) => (value.trim() === '' ? words.nameMissing : null) },
  });
  const add = useCommand(
    ({ title, goal, ...rest }: typeof form.values) =>
      kind === 'tactic'
        ? answer(client.POST('/api/v1/tactics', { body: { plan, title, goal } }))
        : answer(client.POST('/api/v1/actions', { body: { plan, title, goal, ...rest, due: rest.due || null, doneWhen: rest.doneWhen || null } })),
    {
      form,
      invalidate: afterWork,
      done: ({ title }) => words.added(title),
      onDone: (work) => {
        form.reset();
        onClose();
        onAdded(work.id);
      },
    },
  );
  const tactic = kind === 'tactic';
  return (
    <Modal opened={kind !== undefined} onClose={onClose} title={tactic ? words.addTactic : words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={tactic ? words.tacticName : words.name} data-autofocus {...form.getInputProps('title')} />
          {!tactic && tactics.length > 0 && <Select label={words.tactic} data={tactics.map((each) => ({ value: each.id, label: each.title }))} clearable {...form.getInputProps('tactic')} />}
          {!form.values.tactic && <Select label={words.goal} data={goals} clearable searchable {...form.getInputProps('goal')} />}
          {tactic && !form.values.goal && (
            <Text size="xs" c="dimmed">
              {words.noGoalHint}
            </Text>
          )}
          {!tactic && (
            <>
              <PersonPicker label={words.owner} description={words.ownerHint} people={people} value={form.values.accountable} onChange={(id) => form.setFieldValue('accountable', id)} />
              <DateField label={words.due} {...form.getInputProps('due')} />
              <TextInput label={words.doneWhen} description={words.doneWhenHint} {...form.getInputProps('doneWhen')} />
            </>
          )}
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {tactic ? words.addTactic : words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
