import { Button, Group, Paper, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts';
import { options } from './fields';
import { type Account, useAccountCommands } from './useAccounts';

const words = t.audits;

/** The account's status. Taking it into use asks for what purpose, in place. */
export function StatusField({ account, disabled }: { account: Account; disabled: boolean }) {
  const { change } = useAccountCommands(account);
  const [asking, setAsking] = useState(false);
  const choose = (status: Account['status']) => (status === 'active' && !account.purpose ? setAsking(true) : change.mutate({ status }));
  return (
    <Stack gap="xs">
      <Select
        label={words.status}
        // What nobody explains is said by an empty purpose, not by a word.
        data={options(words.statuses).filter(({ value }) => value !== 'unexplained' || !account.purpose)}
        value={asking ? 'active' : account.status}
        onChange={(value) => value && choose(value as Account['status'])}
        allowDeselect={false}
        disabled={disabled}
      />
      {asking && <SayWhatFor account={account} onClose={() => setAsking(false)} />}
    </Stack>
  );
}

function SayWhatFor({ account, onClose }: { account: Account; onClose: () => void }) {
  const { change } = useAccountCommands(account);
  const [purpose, setPurpose] = useState('');
  const [businessGoal, setBusinessGoal] = useState(account.businessGoal ?? '');
  return (
    <Paper withBorder p="sm" component="section" aria-label={words.sayBefore}>
      <Stack gap="xs">
        <Text fw={600}>{words.sayBefore}</Text>
        <Text size="sm" c="dimmed">
          {words.sayBeforeHint}
        </Text>
        <Textarea label={words.purposeLabel} description={words.purposeHint} autosize minRows={2} data-autofocus value={purpose} onChange={(event) => setPurpose(event.currentTarget.value)} />
        <TextInput label={words.businessGoal} description={words.businessGoalHint} value={businessGoal} onChange={(event) => setBusinessGoal(event.currentTarget.value)} />
        <Group gap="xs">
          <Button size="compact-sm" disabled={purpose.trim() === ''} loading={change.isPending} onClick={() => change.mutate({ status: 'active', purpose: purpose.trim(), businessGoal: businessGoal.trim() }, { onSuccess: onClose })}>
            {words.takeIntoUse}
          </Button>
          <Button size="compact-sm" variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
