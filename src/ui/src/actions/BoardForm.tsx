import { ActionIcon, Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { t } from '../texts';
import { afterWork, type Board, stageName } from './useWork';

const words = t.actionItems.board;
const states = Object.entries(words.states).map(([value, label]) => ({ value, label }));

/** The columns of the board: names in the plan's own words, what each means, their order. */
export function BoardForm({ plan, board, onClose }: { plan: string; board: Board; onClose: () => void }) {
  const form = useForm({ initialValues: { stages: board.stages.map((stage) => ({ name: stageName(stage, board.own), state: stage.state, was: stage.name as string | null })) } });
  const put = (stages: typeof form.values.stages) => answer(client.PUT('/api/v1/plans/{plan}/board', { params: { path: { plan } }, body: { stages } }));
  const save = useCommand(({ stages }: typeof form.values) => put(stages), {
    form,
    invalidate: afterWork,
    done: words.saved,
    // Each goes back to the name it had; one that was added goes.
    undo: ({ stages }) => put(board.stages.map((stage) => ({ ...stage, was: stages.find((each) => each.was === stage.name)?.name ?? null }))),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={words.change} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="sm">
          <Text c="dimmed">{words.hint}</Text>
          {form.values.stages.map((stage, place) => (
            <Group key={`${stage.was ?? 'new'} ${place}`} gap="xs" wrap="nowrap" align="flex-end">
              <TextInput aria-label={words.name(place + 1)} maxLength={40} style={{ flex: 1, minWidth: 90 }} {...form.getInputProps(`stages.${place}.name`)} />
              <Select aria-label={words.means(stage.name)} data={states} allowDeselect={false} w={150} {...form.getInputProps(`stages.${place}.state`)} />
              <ActionIcon.Group>
                <ActionIcon variant="default" size="lg" aria-label={words.left(stage.name)} disabled={place === 0} onClick={() => form.reorderListItem('stages', { from: place, to: place - 1 })}>
                  <IconArrowUp size={16} />
                </ActionIcon>
                <ActionIcon variant="default" size="lg" aria-label={words.right(stage.name)} disabled={place === form.values.stages.length - 1} onClick={() => form.reorderListItem('stages', { from: place, to: place + 1 })}>
                  <IconArrowDown size={16} />
                </ActionIcon>
                <ActionIcon variant="default" size="lg" aria-label={words.remove(stage.name)} disabled={form.values.stages.length <= 3} onClick={() => form.removeListItem('stages', place)}>
                  <IconX size={16} />
                </ActionIcon>
              </ActionIcon.Group>
            </Group>
          ))}
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={16} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            disabled={form.values.stages.length >= 12}
            onClick={() => form.insertListItem('stages', { name: '', state: 'started', was: null }, Math.max(1, form.values.stages.length - 1))}
          >
            {words.add}
          </Button>
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
