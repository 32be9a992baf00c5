import { Button, List, Stack, Text } from '@mantine/core';
import { answer, client, useCommand, useRead } from '../api';
import { Loaded, Moment, useBrand } from '../shared';
import { t } from '../texts';
import { Card } from './Card';
import type { Plan } from './plan';

const words = t.plans.notices;

/** What the team was told, and who has seen it. */
export function NoticesCard({ plan }: { plan: Plan }) {
  const { zone } = useBrand();
  const read = useRead(['notices', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/notices', { params: { path: { plan: plan.id } } })));
  const seen = useCommand((notice: string) => answer(client.POST('/api/v1/plans/{plan}/notices/{notice}/seen', { params: { path: { plan: plan.id, notice } } })), {
    invalidate: [['notices', plan.id]],
  });
  return (
    <Card title={words.title}>
      <Loaded read={read}>
        {(notices) =>
          notices.length === 0 ? (
            <Text c="dimmed">{words.none}</Text>
          ) : (
            <Stack gap="md">
              {notices.slice(0, 5).map((notice) => (
                <div key={notice.id}>
                  <Text fw={600}>{notice.kind === 'statement' ? words.statement : words.newVersion(notice.number)}</Text>
                  <List size="sm">
                    {(notice.lines.length > 0 ? notice.lines : [words.baseline]).map((line) => (
                      <List.Item key={line}>{line}</List.Item>
                    ))}
                  </List>
                  <Text size="sm" c="dimmed" component="div">
                    {notice.by}, <Moment at={notice.at} zone={zone} />. {notice.seenInWords}.{notice.missing.length > 0 && ` ${words.missing(notice.missing.join(', '))}.`}
                  </Text>
                  {!notice.seenByMe && (
                    <Button size="compact-sm" variant="light" mt={4} loading={seen.isPending} onClick={() => seen.mutate(notice.id)}>
                      {words.seen}
                    </Button>
                  )}
                </div>
              ))}
            </Stack>
          )
        }
      </Loaded>
    </Card>
  );
}
