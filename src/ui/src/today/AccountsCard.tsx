import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

type Item = Today['accounts'][number];

/** What the accounts need: the owner confirms in one click, the rest is one click away. */
export function AccountsCard({ today }: { today: Today }) {
  const brand = useBrand();
  const attest = useCommand((item: Item) => answer(client.POST('/api/v1/accounts/{account}/attest', { params: { path: { account: item.subject } }, body: {} })), {
    invalidate: [['today', brand.id], ['accounts'], ['audit-todo']],
    done: (item) => t.today.attested(item.title),
  });
  if (today.accounts.length === 0) return null;
  return (
    <Section title={t.today.accounts}>
      <Stack gap="sm">
        {today.accounts.map((item) => (
          <Group key={item.kind + item.subject} justify="space-between" gap="sm">
            <div style={{ flex: '1 1 200px', minWidth: 0 }}>
              <Anchor component={Link} to={item.path.split('?')[0]} search={Object.fromEntries(new URLSearchParams(item.path.split('?')[1] ?? '')) as never} c="inherit">
                {item.title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {item.sentence}
              </Text>
            </div>
            {item.kind === 'attest' ? (
              <Button variant="default" size="xs" loading={attest.isPending} onClick={() => attest.mutate(item)}>
                {t.today.attest}
              </Button>
            ) : (
              <Text size="sm">{t.today.accountKinds[item.kind]}</Text>
            )}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
