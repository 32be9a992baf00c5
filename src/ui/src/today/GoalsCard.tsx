import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';

/** Goals by pace: only those that need a look, the worst first. */
export function GoalsCard({ today }: { today: Today }) {
  if (today.goalsInAll === 0) {
    return (
      <Section title={t.today.goals}>
        <Group justify="space-between">
          <Text c="dimmed">{t.today.goalsWithout}</Text>
          <Button variant="default" size="xs" component={Link} to="/goals">
            {t.today.addGoal}
          </Button>
        </Group>
      </Section>
    );
  }
  return (
    <Section title={t.today.goals} none={today.slipped.length === 0 && t.today.goalsNone}>
      <Stack gap="sm">
        {today.slipped.map((goal) => (
          <Group key={goal.id} justify="space-between" align="flex-start" gap="sm">
            <div style={{ minWidth: 0 }}>
              <Anchor component={Link} to="/goals" search={{ goal: goal.id } as never} c="inherit">
                {goal.title}
              </Anchor>
              <Text size="sm" c="dimmed">
                {goal.ownerName ? `${goal.sentence} · ${goal.ownerName}` : goal.sentence}
              </Text>
            </div>
            <StatusBadge status={goal.status} />
          </Group>
        ))}
      </Stack>
    </Section>
  );
}
