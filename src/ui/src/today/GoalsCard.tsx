import { Anchor, Button, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

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
    <Section title={t.today.goals} count={today.slipped.length} none={today.slipped.length === 0 && t.today.goalsNone}>
      <ul className={classes.rows}>
        {today.slipped.map((goal) => (
          <li key={goal.id} className={classes.row}>
            <div className={classes.words}>
              <Anchor component={Link} to="/goals" search={{ goal: goal.id } as never} c="inherit">
                {goal.title}
              </Anchor>
              <div className={classes.fine}>{goal.ownerName ? `${goal.sentence} · ${goal.ownerName}` : goal.sentence}</div>
            </div>
            <span className={classes.end}>
              <StatusBadge status={goal.status} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
