import { Button, List, Select, Stack, Text } from '@mantine/core';
import { answer, client, useCommand, useRead } from '../api';
import { ProblemAlert, usePlan, networkName } from '../shared';
import { hintsBelow } from '../shared/forms/order';
import { t } from '../texts';
import { options, ShortText } from './fields';
import { type Account, useAccountCommands } from './useAccounts';

const words = t.audits;

/** What becomes of an account, the steps that it takes, and the way into the plan. */
export function DispositionPart({ account, accounts, disabled }: { account: Account; accounts: Account[]; disabled: boolean }) {
  const { decide } = useAccountCommands(account);
  const others = accounts.filter((other) => other.id !== account.id && ['undecided', 'keep', 'update'].includes(other.disposition));
  return (
    <Stack gap="sm">
      <Select
        label={words.becomes}
        description={t.terms.disposition.means}
        inputWrapperOrder={hintsBelow}
        data={options(words.dispositions)}
        value={account.disposition}
        onChange={(value) => decide.mutate({ disposition: value as Account['disposition'], reason: account.dispositionReason })}
        disabled={disabled}
      />
      {account.disposition === 'merge' && (
        <Select
          label={words.into}
          data={others.map((other) => ({ value: other.id, label: `${other.handle} (${networkName(other.network)})` }))}
          value={account.mergeInto}
          onChange={(into) => decide.mutate({ disposition: 'merge', reason: account.dispositionReason, into })}
          disabled={disabled}
        />
      )}
      {account.disposition !== 'undecided' && (
        <ShortText label={words.reason} value={account.dispositionReason} onSave={(reason) => decide.mutate({ disposition: account.disposition, reason, into: account.mergeInto })} disabled={disabled} />
      )}
      {['update', 'merge', 'park', 'delete'].includes(account.disposition) && <StepList account={account} disabled={disabled} />}
    </Stack>
  );
}

function StepList({ account, disabled }: { account: Account; disabled: boolean }) {
  const { plan } = usePlan();
  const steps = useRead(['accounts', account.id, 'steps', account.disposition, account.mergeInto], () =>
    answer(client.GET('/api/v1/accounts/{account}/disposition/steps', { params: { path: { account: account.id } } })),
  );
  const make = useCommand((into: string) => answer(client.POST('/api/v1/accounts/{account}/disposition/work', { params: { path: { account: account.id } }, body: { plan: into } })), {
    invalidate: [['work'], ['today']],
    done: (_, made) => words.workMade(made.title),
    quiet: true,
  });
  if (!steps.data || steps.data.steps.length === 0) return null;
  return (
    <Stack gap="xs">
      <Text size="sm" fw={600}>
        {words.steps}
      </Text>
      <List type="ordered" size="sm" spacing={2}>
        {steps.data.steps.map((step) => (
          <List.Item key={step}>{step}</List.Item>
        ))}
      </List>
      {steps.data.reminder && (
        <Text size="sm" c="dimmed">
          {steps.data.reminder}
        </Text>
      )}
      <ProblemAlert problem={make.problem} />
      {!disabled && plan && plan.status !== 'closed' && (
        <Button variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} loading={make.isPending} onClick={() => make.mutate(plan.id)}>
          {words.makeWork}
        </Button>
      )}
    </Stack>
  );
}
