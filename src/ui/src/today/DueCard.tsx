import { Anchor, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { Day, StatusMark, useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

type Row = Today['due'][number];

/** Work of whoever looks: ticked from where it stands. */
export function DueCard({ today }: { today: Today }) {
  const brand = useBrand();
  const stale = [['today', brand.id], ['work']];
  const tick = useCommand((row: Row) => answer(client.POST('/api/v1/work/{node}/tick', { params: { path: { node: row.work.id } } })), {
    invalidate: stale,
    done: (row) => t.today.ticked(row.work.title),
    undo: (row) => answer(client.POST('/api/v1/work/{node}/untick', { params: { path: { node: row.work.id } } })),
  });
  return (
    <Section title={t.today.due} none={today.due.length === 0 && t.today.dueNone}>
      <Stack gap="sm">
        {today.due.map((row) => (
          <Group key={row.work.id} wrap="nowrap" align="flex-start" gap="sm">
            <Checkbox mt={3} aria-label={t.today.tick(row.work.title)} checked={false} disabled={tick.isPending} onChange={() => tick.mutate(row)} />
            <div style={{ flex: 1, minWidth: 0 }}>
              <Anchor component={Link} to="/actions" search={{ work: row.work.id } as never} c="inherit">
                {row.work.title}
              </Anchor>
              {row.part && (
                <Text size="sm" c="dimmed">
                  {row.part}
                </Text>
              )}
            </div>
            {row.overdue ? (
              <StatusMark tone="bad" icon={IconClock}>{t.today.overdue}</StatusMark>
            ) : (
              <Text size="sm" c="dimmed" component="div">
                {row.work.dueAtLatest ? <Day date={row.work.dueAtLatest} /> : t.today.noDate}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
