import { ActionIcon, Badge, Button, Group, Modal, Select, Stack, Table, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Day, Loaded, ProblemAlert, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { Card } from './Card';
import type { Plan } from './plan';

type Kind = components['schemas']['ChangeKind'];
const words = t.plans.changes;
const kinds: Kind[] = ['platform', 'algorithm', 'policy', 'market', 'own'];

/** What changed around the plan; charts carry a marker on these days. */
export function ChangesCard({ plan }: { plan: Plan }) {
  const mayEdit = useMay('editPlan');
  const [adding, setAdding] = useState(false);
  const read = useRead(['changes', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/changes', { params: { path: { plan: plan.id } } })));
  const remove = useCommand((entry: string) => answer(client.DELETE('/api/v1/plans/{plan}/changes/{entry}', { params: { path: { plan: plan.id, entry } } })), {
    invalidate: [['changes', plan.id]],
    done: words.removed,
  });
  return (
    <Card
      title={words.title}
      action={
        mayEdit && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <Text size="sm" c="dimmed">
        {words.purpose}
      </Text>
      <Loaded read={read}>
        {(entries) =>
          entries.length === 0 ? (
            <Text c="dimmed">{words.empty}</Text>
          ) : (
            <Table.ScrollContainer minWidth={480}>
              <Table aria-label={words.title}>
                <Table.Tbody>
                  {entries.map((entry) => (
                    <Table.Tr key={entry.id}>
                      <Table.Td w={130}>
                        <Day date={entry.date} />
                      </Table.Td>
                      <Table.Td w={110}>
                        <Badge variant="light" color="gray">
                          {words.kinds[entry.kind]}
                        </Badge>
                      </Table.Td>
                      <Table.Td>
                        {entry.source ? (
                          <a href={entry.source} rel="noreferrer noopener" target="_blank">
                            {entry.title}
                          </a>
                        ) : (
                          entry.title
                        )}
                        {entry.notes && (
                          <Text size="sm" c="dimmed">
                            {entry.notes}
                          </Text>
                        )}
                        <Text size="sm" c="dimmed">
                          {entry.affects.length > 0 ? entry.affects.map((node) => node.title).join(', ') : words.everything}
                        </Text>
                      </Table.Td>
                      <Table.Td w={40}>
                        {mayEdit && (
                          <ActionIcon variant="subtle" color="gray" aria-label={`${t.actions.remove}: ${entry.title}`} onClick={() => remove.mutate(entry.id)}>
                            <IconTrash size={16} />
                          </ActionIcon>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
      <Modal opened={adding} onClose={() => setAdding(false)} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <ChangeForm plan={plan} onDone={() => setAdding(false)} />
      </Modal>
    </Card>
  );
}

function ChangeForm({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const form = useForm({ initialValues: { kind: 'platform' as Kind, date: new Date().toISOString().slice(0, 10), title: '', source: '', notes: '' } });
  const add = useCommand(
    (values: typeof form.values) =>
      answer(client.POST('/api/v1/plans/{plan}/changes', { params: { path: { plan: plan.id } }, body: { ...values, source: values.source || undefined, notes: values.notes || undefined } })),
    { invalidate: [['changes', plan.id]], form, onDone },
  );
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Stack gap="sm">
        <Group grow>
          <Select label={words.kind} data={kinds.map((value) => ({ value, label: words.kinds[value] }))} {...form.getInputProps('kind')} />
          <DateField label={words.date} required {...form.getInputProps('date')} />
        </Group>
        <TextInput label={words.what} required data-autofocus {...form.getInputProps('title')} />
        <TextInput label={words.source} {...form.getInputProps('source')} />
        <Textarea label={words.notes} autosize minRows={2} {...form.getInputProps('notes')} />
        <ProblemAlert problem={add.problem} form={form} />
        <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-end' }}>
          {words.add}
        </Button>
      </Stack>
    </form>
  );
}
