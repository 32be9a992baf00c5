import { ActionIcon, Alert, Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconLock, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useMay } from '../shared';
import { t } from '../texts';
import { useWorkCommands, type Work } from './useWork';

const words = t.actionItems;

/** What must be done first, and the way to start all the same. */
export function Dependencies({ work, rows, disabled }: { work: Work; rows: Work[]; disabled: boolean }) {
  const mayStart = useMay('takePart');
  const [reason, setReason] = useState('');
  const { relate, unrelate, start } = useWorkCommands(work);
  const titleOf = (id: string) => rows.find((row) => row.id === id)?.title ?? id;
  const mine = work.relations.filter((relation) => relation.outgoing);
  const choices = rows.filter((row) => row.id !== work.id && mine.every((relation) => relation.other !== row.id)).map((row) => ({ value: row.id, label: row.title }));
  const blocked = work.waitsFor.length > 0 && work.state === 'open';
  return (
    <Stack gap="xs">
      {blocked && (
        <Alert color="gray" variant="light" icon={<IconLock aria-hidden />} title={words.waits(work.waitsFor.map(titleOf).join(', '))}>
          {mayStart && (
            <Group align="flex-end" mt="xs">
              <TextInput label={words.reason} value={reason} onChange={(event) => setReason(event.currentTarget.value)} style={{ flex: 1 }} />
              <Button variant="default" disabled={!reason.trim()} onClick={() => start.mutate(reason.trim())}>
                {words.startAnyway}
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {!blocked && work.state === 'open' && mayStart && work.kind !== 'tactic' && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => start.mutate(undefined)}>
          {words.start}
        </Button>
      )}
      {mine.map((relation) => (
        <Group key={relation.id} wrap="nowrap" gap="xs">
          <Text size="xs" c="dimmed">
            {words.relations[relation.kind]}
          </Text>
          <Text style={{ flex: 1, overflowWrap: 'anywhere' }}>{titleOf(relation.other)}</Text>
          {!disabled && (
            <ActionIcon variant="subtle" color="gray" aria-label={words.unrelate(titleOf(relation.other))} onClick={() => unrelate.mutate(relation.id)}>
              <IconX size={16} />
            </ActionIcon>
          )}
        </Group>
      ))}
      {!disabled && <Select label={words.dependsOn} placeholder={words.addDependency} data={choices} value={null} searchable onChange={(on) => on && relate.mutate(on)} />}
    </Stack>
  );
}
