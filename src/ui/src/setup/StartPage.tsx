import { Button, Group, Paper, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconClipboardText, IconCompass } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { accountState, addDemo, answer, client, useCommand, useRead } from '../api';
import { Page, RemoveDemo, useMay } from '../shared';
import { t } from '../texts';

export default function StartPage() {
  const { plan } = t.start;
  return (
    <Page title={t.start.title} purpose={t.start.purpose}>
      <SimpleGrid cols={{ base: 1, sm: 2 }} maw={880}>
        <Choice icon={<IconClipboardText size={28} stroke={1.5} aria-hidden />} title={plan.title} text={plan.text}>
          <Button renderRoot={(props) => <Link to="/plan/new" {...props} />}>{plan.action}</Button>
        </Choice>
        <DemoChoice />
      </SimpleGrid>
    </Page>
  );
}

/** Loads the demo; once it is there, leads to it or takes it away. */
function DemoChoice() {
  const { demo } = t.start;
  const mayLoad = useMay('own');
  const queries = useQueryClient();
  const brands = useRead(['brands', 'all'], () => answer(client.GET('/api/v1/brands')));
  const there = brands.data?.find((brand) => brand.isDemo);
  const look = useCommand(addDemo, {
    done: demo.ready,
    invalidate: [['brands']],
    onDone: () => queries.fetchQuery({ ...accountState, staleTime: 0 }),
    goTo: (added) => ({ to: '/', search: { brand: added.brand, plan: undefined } }),
  });
  const icon = <IconCompass size={28} stroke={1.5} aria-hidden />;
  if (there) {
    return (
      <Choice icon={icon} title={there.name} text={demo.there}>
        <Group gap="sm">
          <Button variant="default" renderRoot={(props) => <Link to="/" search={{ brand: there.id, plan: undefined }} {...props} />}>
            {demo.open}
          </Button>
          {mayLoad && <RemoveDemo variant="subtle" color="red" />}
        </Group>
      </Choice>
    );
  }
  return (
    <Choice icon={icon} title={demo.title} text={demo.text}>
      {mayLoad && (
        <Button variant="default" loading={look.isPending} onClick={() => look.mutate()}>
          {demo.action}
        </Button>
      )}
      {look.isPending && (
        <Text size="sm" c="dimmed" role="status">
          {demo.wait}
        </Text>
      )}
    </Choice>
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
