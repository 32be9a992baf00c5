import { ActionIcon, Button, Checkbox, Fieldset, Group, MultiSelect, Stack, Text, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { answer, client, type components, useRead } from '../api';
import { t } from '../texts';

type Step = components['schemas']['ApprovalStep'];
const words = t.reviewing.steps;
const most = 6;

interface Props {
  value: Step[];
  onChange: (steps: Step[]) => void;
  disabled: boolean;
  error?: ReactNode;
}

/** Who says yes, in which order: named people, any or all of them, or somebody outside by a link. */
export function ApprovalSteps({ value, onChange, disabled, error }: Props) {
  const members = useRead(['members', false], () => answer(client.GET('/api/v1/members'))).data ?? [];
  const people = members.filter((member) => member.role === 'owner' || member.role === 'manager').map(({ id, name }) => ({ value: id, label: name }));
  const change = (place: number, step: Step) => onChange(value.map((each, at) => (at === place ? step : each)));
  const add = () => onChange([...value, { name: words.usual(value.length + 1), members: [], all: false, outside: false }]);
  return (
    <Stack gap="xs">
      <Text fw={500} size="sm">{words.steps}</Text>
      <Text size="xs" c="dimmed">{words.stepsHint}</Text>
      {value.map((step, place) => (
        <Fieldset key={place} disabled={disabled} p="sm">
          <Group align="flex-end" wrap="nowrap">
            <TextInput label={words.name} value={step.name} maxLength={60} style={{ flex: 1 }} onChange={(event) => change(place, { ...step, name: event.currentTarget.value })} />
            <ActionIcon variant="subtle" size="lg" disabled={disabled} aria-label={words.remove(step.name)} onClick={() => onChange(value.filter((_, at) => at !== place))}>
              <IconTrash size={16} aria-hidden />
            </ActionIcon>
          </Group>
          <Checkbox mt="sm" label={words.outside} checked={step.outside} onChange={(event) => change(place, { ...step, outside: event.currentTarget.checked, members: [], all: false })} />
          {!step.outside && (
            <>
              <MultiSelect mt="sm" label={words.who} description={words.whoHint} data={people} value={step.members} onChange={(ids) => change(place, { ...step, members: ids, all: step.all && ids.length > 1 })} />
              {step.members.length > 1 && <Checkbox mt="sm" label={words.all} checked={step.all} onChange={(event) => change(place, { ...step, all: event.currentTarget.checked })} />}
            </>
          )}
        </Fieldset>
      ))}
      {error && <Text size="sm" c="red">{error}</Text>}
      {!disabled && value.length < most && (
        <Button variant="default" size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} style={{ alignSelf: 'flex-start' }} onClick={add}>
          {words.add}
        </Button>
      )}
    </Stack>
  );
}
