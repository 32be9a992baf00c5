import { Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { StatusMark } from '../shared';
import { t } from '../texts';
import type { GoalRow } from './goal';
import { Section } from './Section';

const looks = {
  pass: { tone: 'good', icon: IconCircleCheck },
  warn: { tone: 'warn', icon: IconAlertTriangle },
  fail: { tone: 'bad', icon: IconCircleX },
} as const;

/** The five letters, each with its reason. */
export function SmartReasons({ letters }: { letters: GoalRow['smart'] }) {
  return (
    <Section title={t.goals.detail.smart}>
      <Stack gap={6} component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {letters.map((letter) => (
          <li key={letter.letter}>
            <Group gap="sm">
              <Text fw={600}>{letter.name}</Text>
              <StatusMark tone={looks[letter.mark].tone} icon={looks[letter.mark].icon}>
                {t.goals.marks[letter.mark]}
              </StatusMark>
            </Group>
            <Text size="sm">{letter.reason}</Text>
          </li>
        ))}
      </Stack>
    </Section>
  );
}
