import { Alert, Anchor, Button, Checkbox, Group, MultiSelect, Select, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconBulb } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { Comments, DetailPanel, InlineEdit, NetworkMark, OwnFields, PersonPicker, useMay, usePeople } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { metricChoices } from '../shared/forms/metricChoices';
import { t } from '../texts';
import { AttestationLine } from './AttestationLine';
import { ConnectLine } from './ConnectLine';
import { DispositionPart } from './DispositionPart';
import { asksOf, LongText, options, ShortText } from './fields';
import { StatusField } from './StatusField';
import { type Account, useAccountCommands } from './useAccounts';

const words = t.audits;

/** One account: who answers for it, who holds the keys, what it is for, what becomes of it. */
export function AccountPanel({ account, accounts, onClose }: { account: Account; accounts: Account[]; onClose: () => void }) {
  const disabled = !useMay('editPlan');
  const { people } = usePeople();
  const metrics = useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
  const asks = asksOf(account.network);
  const { change, own, archive, restore } = useAccountCommands(account);
  return (
    <DetailPanel title={<InlineEdit label={asks.handle} value={account.handle} onSave={(handle) => change.mutate({ handle })} disabled={disabled} />} onClose={onClose}>
      <Stack gap="md">
        <Group gap="sm">
          <NetworkMark network={account.network} />
          {account.url && (
            <Anchor href={account.url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
              {account.url.replace(/^https?:\/\//, '')}
            </Anchor>
          )}
        </Group>
        <ConnectLine account={account} />
        <AttestationLine account={account} />
        {account.suggestion && (
          <Alert color="yellow" variant="light" icon={<IconBulb aria-hidden />} title={words.dispositions[account.suggestion.suggest]}>
            {account.suggestion.message}
          </Alert>
        )}
        {account.status === 'active' && !account.purpose && !account.suggestion && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />} title={words.inUseUnsaid}>
            {words.inUseUnsaidHint}
          </Alert>
        )}
        <LongText label={words.purposeLabel} description={asks.purposeHint} value={account.purpose} onSave={(purpose) => change.mutate({ purpose })} disabled={disabled} />
        <ShortText label={words.businessGoal} description={words.businessGoalHint} value={account.businessGoal} onSave={(businessGoal) => change.mutate({ businessGoal })} disabled={disabled} />
        <PersonPicker label={words.owner} description={words.ownerHint} people={people} value={account.owner} onChange={(id) => own.mutate(id)} disabled={disabled} />
        <MultiSelect
          label={words.operators}
          data={people.map(({ id, name }) => ({ value: id, label: name }))}
          value={account.operators as string[]}
          onChange={(operators) => change.mutate({ operators })}
          searchable
          disabled={disabled}
        />
        <ShortText label={asks.url} value={account.url} onSave={(url) => change.mutate({ url })} disabled={disabled} />
        <Group grow align="flex-start">
          <StatusField account={account} disabled={disabled} />
          <Select label={words.twoFactor} data={options(words.twoFactors)} value={account.twoFactor} onChange={(value) => change.mutate({ twoFactor: value as Account['twoFactor'] })} disabled={disabled} />
        </Group>
        <Select label={words.keysKind} data={options(words.custody)} value={account.custody.kind} onChange={(kind) => change.mutate({ custody: { ...account.custody, kind: kind as Account['custody']['kind'] } })} disabled={disabled} />
        <ShortText label={words.heldBy} description={words.heldByHint} value={account.custody.heldBy} onSave={(heldBy) => change.mutate({ custody: { ...account.custody, heldBy } })} disabled={disabled} />
        <ShortText label={words.recovery} value={account.custody.recoveryTo} onSave={(recoveryTo) => change.mutate({ custody: { ...account.custody, recoveryTo } })} disabled={disabled} />
        <Group grow align="flex-end">
          <DateField label={words.lastPost} value={account.lastPost} onChange={(value) => value && change.mutate({ lastPost: value })} disabled={disabled} />
          <Checkbox mb={8} label={words.verified} checked={account.verified} onChange={(event) => change.mutate({ verified: event.currentTarget.checked })} disabled={disabled} />
        </Group>
        <Checkbox label={words.internal} description={words.internalHint} checked={account.internal} onChange={(event) => change.mutate({ internal: event.currentTarget.checked })} disabled={disabled} />
        <MultiSelect
          label={words.kpis}
          data={metricChoices(metrics.data ?? [], account.kpis as string[])}
          value={account.kpis as string[]}
          onChange={(kpis) => change.mutate({ kpis })}
          searchable
          maxDropdownHeight={260}
          disabled={disabled}
        />
        <ShortText label={words.topContent} description={words.topContentHint} value={account.topContent} onSave={(topContent) => change.mutate({ topContent })} disabled={disabled} />
        <ShortText label={words.branch} description={words.branchHint} value={account.branch} onSave={(branch) => change.mutate({ branch })} disabled={disabled} />
        <LongText label={words.notes} value={account.notes} onSave={(notes) => change.mutate({ notes })} disabled={disabled} />
        <DispositionPart account={account} accounts={accounts} disabled={disabled} />
        {!disabled && (
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => (account.archivedAt ? restore : archive).mutate()}>
            {account.archivedAt ? words.restore : words.archive}
          </Button>
        )}
        {account.status === 'planned' && !account.setUpAt && <Text c="dimmed">{words.notSetUp}</Text>}
        <OwnFields node={account.id} />
        <Comments node={account.id} />
      </Stack>
    </DetailPanel>
  );
}
