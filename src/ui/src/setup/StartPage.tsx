import { Button, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconClipboardText, IconCompass } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { accountState } from '../api/account';
import { useCommand } from '../api/useCommand';
import { Page } from '../shared';
import { t } from '../texts';
import { addDemo } from './demo';

export default function StartPage() {
  const { plan, demo } = t.start;
  const queries = useQueryClient();
  const navigate = useNavigate();
  const look = useCommand(addDemo, {
    done: demo.ready,
    onDone: async (added) => {
      const before = queries.getQueryData(accountState.queryKey)?.brands ?? [];
      const after = await queries.fetchQuery({ ...accountState, staleTime: 0 });
      const brand = added?.brand ?? after.brands.find((b) => !before.some((old) => old.id === b.id))?.id;
      await navigate({ to: '/', search: brand ? { brand } : {} });
    },
  });
  return (
    <Page title={t.start.title} purpose={t.start.purpose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={880}>
        <Choice icon={<IconClipboardText size={28} stroke={1.5} aria-hidden />} title={plan.title} text={plan.text}>
          <Button renderRoot={(props) => <Link to="/plan/new" {...props} />}>{plan.action}</Button>
        </Choice>
        <Choice icon={<IconCompass size={28} stroke={1.5} aria-hidden />} title={demo.title} text={demo.text}>
          <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
            {demo.action}
          </Button>
        </Choice>
      </SimpleGrid>
    </Page>
  );
}

function Choice({ icon, title, text, children }: { icon: React.ReactNode; title: string; text: string; children: React.ReactNode }) {
  return (
    <Paper p="xl">
      <Stack gap="sm" align="flex-start" h="100%">
        {icon}
        <Title order={2}>{title}</Title>
        <Text c="dimmed" flex={1}>
          {text}
        </Text>
        {children}
      </Stack>
    </Paper>
  );
}
