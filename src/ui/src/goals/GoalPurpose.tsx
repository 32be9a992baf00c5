import { Select, Stack, Text } from '@mantine/core';
import { StatusMark } from '../shared';
import { IconLinkOff } from '@tabler/icons-react';
import { t } from '../texts';
import type { GoalDetail } from './goal';
import { Section } from './Section';
import { useAlignment } from './useAlignment';
import { useChangeGoal } from './useChangeGoal';

const words = t.goals.detail;

/** The chain up to the business, and what is done for the goal. */
export function GoalPurpose({ detail, plan, mayEdit }: { detail: GoalDetail; plan: string; mayEdit: boolean }) {
  const alignment = useAlignment(plan);
  const change = useChangeGoal(detail);
  const objectives = alignment.data?.objectives ?? [];
  return (
    <Section title={words.chain}>
      <Stack gap="xs">
        {detail.chain.length === 0 ? (
          <StatusMark tone="warn" icon={IconLinkOff}>
            {words.chainNothing}
          </StatusMark>
        ) : (
          <Text>{detail.chain.map((link) => link.title).join(' → ')}</Text>
        )}
        {mayEdit && objectives.length > 0 && (
          <Select
            label={words.chooseObjective}
            clearable
            data={objectives.map((objective) => ({ value: objective.id, label: objective.title }))}
            value={detail.goal.objective}
            onChange={(objective) => change.mutate(objective ? { objective } : { clear: ['objective'] })}
          />
        )}
        <Text size="sm" c="dimmed" mt="xs">
          {words.activities}
        </Text>
        {detail.activities.length === 0 ? (
          <Text size="sm">{t.goals.wish}</Text>
        ) : (
          detail.activities.map((activity) => (
            <Text key={activity.subject} size="sm">
              {activity.title}
            </Text>
          ))
        )}
      </Stack>
    </Section>
  );
}
