import { Group, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconMountain, IconTrendingUp } from '@tabler/icons-react';
import type { components } from '../api';
import { formatPercent, StatusMark } from '../shared';
import { t } from '../texts';

const words = t.foresight;

type Attainability = NonNullable<components['schemas']['KpiTargetView']['attainability']>;

const looks = {
  attainable: { tone: 'good', icon: IconCircleCheck },
  stretch: { tone: 'warn', icon: IconTrendingUp },
  unlikely: { tone: 'bad', icon: IconMountain },
  cannotJudge: { tone: 'calm', icon: IconCircleDashed },
} as const;

/** Whether a target can be reached, in colour, icon and word. */
export function BandMark({ band }: { band: NonNullable<Attainability['band']> }) {
  return <StatusMark {...looks[band]}>{words.bands[band]}</StatusMark>;
}

/** The chance in words, what it takes, and what that rests on. */
export function ChanceLine({ attainability }: { attainability: Attainability }) {
  const { method = 'runRate', points = 0, check, damped } = attainability;
  const rests = [
    points > 0 && words.rests(words.methods[method], points),
    check != null && words.check(formatPercent(check, 0)),
    damped && words.damped,
  ].filter(Boolean);
  return (
    <div>
      <Group gap="xs">
        <BandMark band={attainability.band ?? 'cannotJudge'} />
        <Text size="sm">{attainability.words}</Text>
      </Group>
      {rests.length > 0 && method !== 'runRate' && (
        <Text size="xs" c="dimmed">
          {rests.join('; ')}
        </Text>
      )}
    </div>
  );
}
