import { Button, Group, Text } from '@mantine/core';
import { IconCircleCheck, IconClock } from '@tabler/icons-react';
import { Day, StatusMark, Term, useMember, usePeople } from '../shared';
import { t } from '../texts';
import { type Account, useAccountCommands } from './useAccounts';

const words = t.audits;

/** Whether the owner has confirmed the account, and the owner's one click. */
export function AttestationLine({ account }: { account: Account }) {
  const me = useMember();
  const { nameOf } = usePeople();
  const { attest } = useAccountCommands(account);
  const { stale, due, days } = account.attestation;
  return (
    <Group justify="space-between" gap="sm">
      <div>
        {stale ? (
          <StatusMark tone="warn" icon={IconClock}>{words.staleFor(days)}</StatusMark>
        ) : (
          account.attestedAt && <StatusMark tone="good" icon={IconCircleCheck}>{words.attestedBy(nameOf(account.attestedBy) ?? '', days)}</StatusMark>
        )}
        {due && (
          <Text size="sm" c="dimmed">
            {stale ? words.attestWas : words.attestNext} <Day date={due} /> <Term of="attestation" />
          </Text>
        )}
      </div>
      {account.owner === me.id ? (
        <Button variant={stale ? 'filled' : 'default'} size="compact-sm" loading={attest.isPending} onClick={() => attest.mutate()}>
          {words.attest}
        </Button>
      ) : (
        stale && (
          <Text size="sm" c="dimmed">
            {account.owner ? words.ownerConfirms(nameOf(account.owner) ?? '') : words.noOwnerConfirms}
          </Text>
        )
      )}
    </Group>
  );
}
