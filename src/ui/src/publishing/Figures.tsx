import { Button, Group, Stack, Table, Text, Title } from '@mantine/core';
import { answer, client, useCommand, useRead } from '../api';
import { Loaded, Moment, ProblemAlert, useBrand, useMay } from '../shared';
import { formatNumber } from '../shared/numbers/format';
import { t } from '../texts';

const words = t.publishing.figures;

/** What people did with a publication, as its network tells: read by itself while it is young, and whenever somebody asks. */
export function Figures({ publication }: { publication: string }) {
  const { zone } = useBrand();
  const mayRead = useMay('editNumbers');
  const params = { path: { publication } };
  const read = useRead(['publication figures', publication], () => answer(client.GET('/api/v1/publications/{publication}/figures', { params })));
  const now = useCommand(() => answer(client.POST('/api/v1/publications/{publication}/figures', { params })), { invalidate: [['publication figures', publication], ['posts']], quiet: true });
  return (
    <Stack gap="xs">
      <Title order={3}>{words.title}</Title>
      <Loaded read={read}>
        {(view) =>
          view.reads ? (
            <>
              {view.figures.length > 0 ? (
                <Table withRowBorders={false} verticalSpacing={2} aria-label={words.title}>
                  <Table.Tbody>
                    {view.figures.map((one) => (
                      <Table.Tr key={one.metric}>
                        <Table.Th scope="row" fw={400}>
                          {one.name}
                        </Table.Th>
                        <Table.Td ta="end">{formatNumber(one.value)}</Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              ) : (
                <Text c="dimmed">{words.empty}</Text>
              )}
              {view.problem && <Text c="dimmed">{view.problem}</Text>}
              <Group justify="space-between">
                <Text size="sm" c="dimmed">
                  {view.readAt && (
                    <>
                      {words.readAt} <Moment at={view.readAt} zone={zone} />.{' '}
                    </>
                  )}
                  {view.nextAt ? (
                    <>
                      {words.nextAt} <Moment at={view.nextAt} zone={zone} />.
                    </>
                  ) : (
                    words.over
                  )}
                </Text>
                {mayRead && (
                  <Button size="compact-sm" variant="default" loading={now.isPending} onClick={() => now.mutate()}>
                    {words.readNow}
                  </Button>
                )}
              </Group>
              <ProblemAlert problem={now.problem} />
            </>
          ) : (
            <Text c="dimmed">{words.cannot}</Text>
          )
        }
      </Loaded>
    </Stack>
  );
}
