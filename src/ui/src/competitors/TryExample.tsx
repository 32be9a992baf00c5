import { Button, Modal, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconBulb, IconFlask } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { ProblemAlert, useMay, usePlan } from '../shared';
import { t } from '../texts';
import type { Example } from './data';

const words = t.competitors.tryOut;

/** From an example to something of our own: an idea on the board, or an experiment that says why it fits and how it is tested. */
export function TryExample({ example }: { example: Example }) {
  const { plan } = usePlan();
  const mayEdit = useMay('editPlan');
  const mayTakePart = useMay('takePart');
  const [open, setOpen] = useState(false);
  const idea = useCommand(
    (into: string) => answer(client.POST('/api/v1/plans/{plan}/ideas', { params: { path: { plan: into } }, body: { text: ideaOf(example) } })),
    { invalidate: [['ideas']], done: words.noted, next: () => ({ label: words.toIdeas, to: '/reviews/ideas' }) },
  );
  if (!plan || plan.status === 'closed') return null;
  return (
    <>
      {mayEdit && (
        <Button size="compact-sm" variant="light" leftSection={<IconFlask size={14} aria-hidden />} onClick={() => setOpen(true)}>
          {words.experiment}
        </Button>
      )}
      {mayTakePart && (
        <Button size="compact-sm" variant="default" leftSection={<IconBulb size={14} aria-hidden />} loading={idea.isPending} onClick={() => idea.mutate(plan.id)}>
          {words.idea}
        </Button>
      )}
      {open && <FitForm example={example} plan={plan.id} onClose={() => setOpen(false)} />}
    </>
  );
}

/** What is worth learning, and from whom, in one line of the board. */
export const ideaOf = ({ title, author, learn }: Pick<Example, 'title' | 'author' | 'learn'>) => `${words.like(title, author ?? '')}${learn ? `: ${learn}` : ''}`.slice(0, 400);

function FitForm({ example, plan, onClose }: { example: Example; plan: string; onClose: () => void }) {
  const goals = useRead(['goals', plan], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
  const form = useForm({
    initialValues: { title: example.title, goal: null as string | null, fit: '', test: '' },
    validate: {
      title: (value) => (value.trim() === '' ? words.titleMissing : null),
      goal: (value) => (value ? null : words.goalMissing),
      fit: (value) => (value.trim() === '' ? words.fitMissing : null),
      test: (value) => (value.trim() === '' ? words.testMissing : null),
    },
  });
  const borrow = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/borrowed-tactics', { body: { plan, from: example.id, ...values } })), {
    form,
    invalidate: [['borrowed'], ['gates']],
    done: ({ title }) => words.proposed(title),
    goTo: (row) => ({ to: '/competitors/borrowed', search: { tactic: row.id } }),
  });
  return (
    <Modal opened onClose={onClose} title={words.experiment} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => borrow.mutate(values))}>
        <Stack gap="md">
          <Text c="dimmed">{words.why}</Text>
          <TextInput label={words.title} data-autofocus {...form.getInputProps('title')} />
          <Select label={words.goal} placeholder={words.goalHint} data={(goals.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }))} {...form.getInputProps('goal')} />
          <Textarea label={words.fit} autosize minRows={2} {...form.getInputProps('fit')} />
          <Textarea label={words.test} description={words.testHint} autosize minRows={2} {...form.getInputProps('test')} />
          <ProblemAlert problem={borrow.problem} form={form} />
          <Button type="submit" loading={borrow.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.propose}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
