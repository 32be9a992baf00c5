import { Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleDashed } from '@tabler/icons-react';
import type { components } from '../../api';
import { t } from '../../texts';
import { StatusMark } from '../marks/StatusBadge';
import { formatNumber, formatPercent } from '../numbers/format';
import { ReactForm } from './ReactForm';

const words = t.foresight.expected;

/** Whether an expectation falls short or has no numbers, what can be done about it, and what was done. */
export function Alarm({ expected, plan }: { expected: components['schemas']['ExpectationView']; plan: string }) {
  if (expected.reaction) return <Text size="sm">{words.done(expected.reaction, formatNumber(expected.hoursToReact ?? 0))}</Text>;
  if (expected.alarm === 'none') return null;
  return (
    <Group gap="xs">
      <StatusMark tone={expected.alarm === 'short' ? 'bad' : 'calm'} icon={expected.alarm === 'short' ? IconAlertTriangle : IconCircleDashed}>
        {words.alarms[expected.alarm]}
      </StatusMark>
      {expected.chanceOfSoFew !== null && (
        <Text size="xs" c="dimmed">
          {words.soFew(formatPercent(expected.chanceOfSoFew, 2))}
        </Text>
      )}
      <ReactForm expectation={expected.id} plan={plan} />
    </Group>
  );
}
