import { ActionIcon, Anchor, Group, Paper, Select, Stack, Text } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { InlineEdit, LineForm, StatusBadge, useMay } from '../shared';
import { t } from '../texts';
import { type Alignment, goalKeys } from './goal';

const words = t.goals.alignment;
const invalidate = goalKeys.map((key) => [...key]);

/** A business objective with the objectives that serve it. */
export function BusinessCard({ top, alignment, mayEdit }: { top: Alignment['business'][number]; alignment: Alignment; mayEdit: boolean }) {
  const mayRemove = useMay('runPlan') && mayEdit;
  const path = { params: { path: { businessObjective: top.id } } };
  const rename = useCommand((title: string) => answer(client.PATCH('/api/v1/business-objectives/{businessObjective}', { ...path, body: { title } })), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/business-objectives/{businessObjective}', path)), { invalidate });
  return (
    <Paper withBorder p="md">
      <Head title={top.title} status={top.status} mayEdit={mayEdit} onRename={(title) => rename.mutate(title)} onRemove={mayRemove ? () => remove.mutate() : undefined} />
      <Stack gap="sm" mt="sm" pl="md">
        {alignment.objectives
          .filter((objective) => objective.serves === top.id)
          .map((objective) => (
            <ObjectiveCard key={objective.id} objective={objective} alignment={alignment} mayEdit={mayEdit} />
          ))}
      </Stack>
    </Paper>
  );
}

/** An objective with its goals; it stands as its weakest one. */
export function ObjectiveCard({ objective, alignment, mayEdit }: { objective: Alignment['objectives'][number]; alignment: Alignment; mayEdit: boolean }) {
  const mayRemove = useMay('runPlan') && mayEdit;
  const path = { params: { path: { objective: objective.id } } };
  const change = useCommand((body: { title?: string; serves?: string; servesNothing?: boolean }) => answer(client.PATCH('/api/v1/objectives/{objective}', { ...path, body: { servesNothing: false, ...body } })), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/objectives/{objective}', path)), { invalidate });
  const goals = alignment.goals.filter((goal) => goal.objective === objective.id);
  return (
    <Paper withBorder p="sm">
      <Head title={objective.title} status={objective.status} mayEdit={mayEdit} onRename={(title) => change.mutate({ title })} onRemove={mayRemove ? () => remove.mutate() : undefined} />
      {mayEdit && alignment.business.length > 0 && (
        <Select
          size="xs"
          mt={6}
          maw={360}
          label={words.serves}
          clearable
          placeholder={words.none}
          data={alignment.business.map((top) => ({ value: top.id, label: top.title }))}
          value={objective.serves}
          onChange={(serves) => change.mutate(serves ? { serves } : { servesNothing: true })}
        />
      )}
      <Stack gap={6} mt="xs" pl="md">
        {goals.length === 0 && (
          <Text size="sm" c="dimmed">
            {words.nothing}
          </Text>
        )}
        {goals.map((goal) => (
          <GoalLine key={goal.id} goal={goal} />
        ))}
      </Stack>
    </Paper>
  );
}

/** A goal as a link to its numbers. */
export function GoalLine({ goal }: { goal: Alignment['goals'][number] }) {
  return (
    <Group gap="sm">
      <StatusBadge status={goal.status} />
      <Anchor c="inherit" underline="hover" style={{ overflowWrap: 'anywhere' }} renderRoot={(props) => <Link to="/goals" search={{ goal: goal.id } as never} {...props} />}>
        {goal.title}
      </Anchor>
    </Group>
  );
}

interface HeadProps {
  title: string;
  status: string;
  mayEdit: boolean;
  onRename: (title: string) => void;
  onRemove?: () => void;
}

function Head({ title, status, mayEdit, onRename, onRemove }: HeadProps) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Group gap="sm">
        <InlineEdit label={words.title} value={title} disabled={!mayEdit} onSave={onRename} />
        <StatusBadge status={status} />
      </Group>
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" aria-label={words.remove(title)} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </Group>
  );
}

/** One line adds an objective; the rest can follow. */
export function AddLine({ plan, kind }: { plan: string; kind: 'business' | 'objective' }) {
  const add = useCommand<string>(
    (line) => (kind === 'business' ? answer(client.POST('/api/v1/business-objectives', { body: { plan, title: line } })) : answer(client.POST('/api/v1/objectives', { body: { plan, title: line } }))),
    { invalidate, done: words.added },
  );
  return (
    <LineForm label={kind === 'business' ? words.addBusiness : words.addObjective} verb={t.actions.add} maxLength={200} onSend={add.mutateAsync} />
  );
}
