import { List, Text } from '@mantine/core';
import { t } from '../texts';
import type { GoalDetail } from './goal';
import { Section } from './Section';

/** What would make the goal clearer, the most useful question first. Nobody has to answer. */
export function Questions({ detail }: { detail: GoalDetail }) {
  if (detail.questions.length === 0 || detail.goal.verdict) return null;
  return (
    <Section title={t.goals.detail.questions}>
      <List spacing={4}>
        {detail.questions.map((question) => (
          <List.Item key={question.part}>
            {question.question}
            {question.offers.length > 0 && (
              <Text size="sm" c="dimmed" component="span">
                {' '}
                {question.offers.map((key) => key.replaceAll('_', ' ')).join(', ')}
              </Text>
            )}
          </List.Item>
        ))}
      </List>
    </Section>
  );
}
