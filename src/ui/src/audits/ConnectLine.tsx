import { Button, Group, Text } from '@mantine/core';
import { IconPlugConnected } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMay } from '../shared';
import { t } from '../texts';
import type { Account } from './useAccounts';
import { connectOf, needsConnecting, useConnection } from './useConnections';

const words = t.audits.connect;

/** Leads to where an account is let to post by itself; says nothing once it is. */
export function ConnectLine({ account }: { account: Account }) {
  const connection = useConnection(account.id);
  const may = useMay('administer');
  if (account.archivedAt || !needsConnecting(connection)) return null;
  return (
    <Group gap="sm" justify="space-between">
      <Text size="sm" c="dimmed" flex="1 1 200px">
        {connection?.state === 'broken' ? words.broken : words.notYet}
        {!may && ` ${words.whoMay}`}
      </Text>
      {may && (
        <Button size="compact-sm" variant="light" leftSection={<IconPlugConnected size={14} aria-hidden />} renderRoot={(props) => <Link {...(connectOf(account.id) as object)} {...props} />}>
          {words.verb}
        </Button>
      )}
    </Group>
  );
}
