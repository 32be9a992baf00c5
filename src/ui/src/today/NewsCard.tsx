import { Button, Group, List, Stack, Text } from '@mantine/core';
import { answer, client, useCommand } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

/** New versions and statements that the reader has not confirmed yet. */
export function NewsCard({ today }: { today: Today }) {
  const brand = useBrand();
  const see = useCommand(
    (notice: string) => answer(client.POST('/api/v1/plans/{plan}/notices/{notice}/seen', { params: { path: { plan: today.plan!.id, notice } } })),
    { invalidate: [['today', brand.id], ['plan']] },
  );
  if (!today.plan || today.unseen.length === 0) {
    return null;
  }
  return (
    <Section title={t.today.unseen}>
      <Stack gap="md">
        {today.unseen.map((notice) => (
          <Group key={notice.id} justify="space-between" align="flex-start">
            <div>
              <Text fw={600}>{notice.kind === 'statement' ? t.today.statement : t.today.newVersion(notice.number)}</Text>
              <List size="sm">
                {notice.lines.slice(0, 5).map((line) => (
                  <List.Item key={line}>{line}</List.Item>
                ))}
              </List>
            </div>
            <Button variant="default" size="xs" loading={see.isPending} onClick={() => see.mutate(notice.id)}>
              {t.today.seen}
            </Button>
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
