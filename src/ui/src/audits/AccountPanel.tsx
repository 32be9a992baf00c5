import { Alert, Anchor, Button, Checkbox, Group, MultiSelect, Select, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import { Comments, DetailPanel, InlineEdit, NetworkMark, PersonPicker, useMay, usePeople } from '../shared';
import { t } from '../texts';
import { type Account, useAccountCommands } from './useAccounts';

const words = t.audits;
const options = (texts: Record<string, string>) => Object.entries(texts).map(([value, label]) => ({ value, label }));

/** One account: who answers for it, who holds the keys, what it is for, what becomes of it. */
export function AccountPanel({ account, onClose }: { account: Account; onClose: () => void }) {
  const disabled = !useMay('editPlan');
  const { people } = usePeople();
  const { change, own, archive, restore, decide } = useAccountCommands(account);
  return (
    <DetailPanel title={<InlineEdit label={words.handle} value={account.handle} onSave={(handle) => change.mutate({ handle })} disabled={disabled} />} onClose={onClose}>
      <Stack gap="md">
        <Group gap="sm">
          <NetworkMark network={account.network} />
          {account.url && (
            <Anchor href={account.url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
              {account.url.replace(/^https?:\/\//, '')}
            </Anchor>
          )}
        </Group>
        {account.suggestion && (
          <Alert color="yellow" variant="light" icon={<IconBulb aria-hidden />} title={words.dispositions[account.suggestion.suggest]}>
            {account.suggestion.message}
          </Alert>
        )}
        <LongText label={words.purposeLabel} description={words.purposeHint} value={account.purpose} onSave={(purpose) => change.mutate({ purpose })} disabled={disabled} />
        <PersonPicker label={words.owner} description={words.ownerHint} people={people} value={account.owner} onChange={(id) => own.mutate(id)} disabled={disabled} />
        <MultiSelect
          label={words.operators}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={account.operators as string[]}
          onChange={(operators) => change.mutate({ operators })}
          searchable
          disabled={disabled}
        />
        <ShortText label={words.url} value={account.url} onSave={(url) => change.mutate({ url })} disabled={disabled} />
        <Group grow align="flex-start">
          <Select label={words.status} data={options(words.statuses)} value={account.status} allowDeselect={false} onChange={(status) => change.mutate({ status: status as Account['status'] })} disabled={disabled} />
          <Select label={words.twoFactor} data={options(words.twoFactors)} value={account.twoFactor} allowDeselect={false} onChange={(value) => change.mutate({ twoFactor: value as Account['twoFactor'] })} disabled={disabled} />
        </Group>
        <Select label={words.keysKind} data={options(words.custody)} value={account.custody.kind} allowDeselect={false} onChange={(kind) => change.mutate({ custody: { ...account.custody, kind: kind as Account['custody']['kind'] } })} disabled={disabled} />
        <ShortText label={words.heldBy} description={words.heldByHint} value={account.custody.heldBy} onSave={(heldBy) => change.mutate({ custody: { ...account.custody, heldBy } })} disabled={disabled} />
        <ShortText label={words.recovery} value={account.custody.recoveryTo} onSave={(recoveryTo) => change.mutate({ custody: { ...account.custody, recoveryTo } })} disabled={disabled} />
        <Group grow align="flex-end">
          <TextInput type="date" label={words.lastPost} key={account.lastPost} defaultValue={account.lastPost ?? ''} onBlur={({ currentTarget: { value } }) => value && value !== account.lastPost && change.mutate({ lastPost: value })} disabled={disabled} />
          <Checkbox mb={8} label={words.verified} checked={account.verified} onChange={(event) => change.mutate({ verified: event.currentTarget.checked })} disabled={disabled} />
        </Group>
        <LongText label={words.notes} value={account.notes} onSave={(notes) => change.mutate({ notes })} disabled={disabled} />
        <Select label={words.decision} data={options(words.dispositions)} value={account.disposition} allowDeselect={false} onChange={(value) => decide.mutate({ disposition: value as Account['disposition'], reason: account.dispositionReason })} disabled={disabled} />
        <ShortText label={words.reason} value={account.dispositionReason} onSave={(reason) => decide.mutate({ disposition: account.disposition, reason })} disabled={disabled} />
        {!disabled && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => (account.archivedAt ? restore : archive).mutate()}>
            {account.archivedAt ? words.restore : words.archive}
          </Button>
        )}
        {account.status === 'planned' && !account.setUpAt && <Text c="dimmed">{words.notSetUp}</Text>}
        <Comments node={account.id} />
      </Stack>
    </DetailPanel>
  );
}

interface TextProps {
  label: string;
  description?: string;
  value: string | null | undefined;
  onSave: (value: string) => void;
  disabled: boolean;
}

/** Saves when one leaves it and something changed. */
function ShortText({ value, onSave, ...rest }: TextProps) {
  return <TextInput {...rest} key={value} defaultValue={value ?? ''} onBlur={({ currentTarget }) => currentTarget.value.trim() !== (value ?? '') && onSave(currentTarget.value.trim())} />;
}

function LongText({ value, onSave, ...rest }: TextProps) {
  return <Textarea {...rest} key={value} autosize minRows={2} defaultValue={value ?? ''} onBlur={({ currentTarget }) => currentTarget.value.trim() !== (value ?? '') && onSave(currentTarget.value.trim())} />;
}
