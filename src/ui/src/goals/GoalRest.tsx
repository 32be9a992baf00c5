import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { StatusBadge } from '../shared';
import { t } from '../texts';
import { AssumptionMark } from './AssumptionMark';
import type { GoalDetail, GoalRow } from './goal';
import { Section } from './Section';

const words = t.foresight;

/** How specific a goal is, and what would make it more so. */
export function SpecificityLine({ specificity }: { specificity: GoalRow['specificity'] }) {
  return (
    <Text size="sm" c="dimmed">
      {words.specificity(specificity.named, specificity.parts)}
      {specificity.missing.length > 0 && `; ${words.lacks(specificity.missing.join(', '))}`}
    </Text>
  );
}

/** The goals below a goal, and the assumptions it rests on. */
export function GoalRest({ detail }: { detail: GoalDetail }) {
  return (
    <>
      {detail.parts.length > 0 && (
        <Section title={words.parts}>
          <Stack gap={6}>
            {detail.parts.map((part) => (
              <Group key={part.id} gap="sm">
                <StatusBadge status={part.status} />
                <Anchor c="inherit" underline="hover" renderRoot={(props) => <Link to="/goals" search={{ goal: part.id } as never} {...props} />}>
                  {part.title}
                </Anchor>
              </Group>
            ))}
          </Stack>
        </Section>
      )}
      {detail.assumptions.length > 0 && (
        <Section title={words.restsOn}>
          <Stack gap={6}>
            {detail.assumptions.map((assumption) => (
              <Group key={assumption.id} gap="sm">
                <AssumptionMark assumption={assumption} />
                <Anchor c="inherit" underline="hover" renderRoot={(props) => <Link to={'/goals/assumptions' as never} {...props} />}>
                  {assumption.statement}
                </Anchor>
              </Group>
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}
