import {
  IconAlertTriangle,
  IconArrowDownRight,
  IconCircleCheck,
  IconCircleDashed,
  IconCircleX,
  IconClockPause,
  IconTrendingUp,
} from '@tabler/icons-react';
import type { ComponentType } from 'react';
import { t } from '../../texts';
import classes from './StatusBadge.module.css';

export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'calm';
type Icon = ComponentType<{ size?: number | string; stroke?: number | string }>;

interface MarkProps {
  tone: Tone;
  icon: Icon;
  children: string;
  /** For a sentence instead of a word: it takes a second line where there is no room. */
  wrap?: boolean;
}

/** A status in colour, icon and word, so that none of them stands alone. */
export function StatusMark({ tone, icon: Icon, children, wrap }: MarkProps) {
  return (
    <span className={classes.mark} data-tone={tone} data-wrap={wrap}>
      <Icon size={14} stroke={2} />
      {children}
    </span>
  );
}

export type GoalStatus = keyof typeof t.goalStatus;

const goalLooks: Record<GoalStatus, { tone: Tone; icon: Icon }> = {
  onTrack: { tone: 'good', icon: IconTrendingUp },
  lagging: { tone: 'warn', icon: IconArrowDownRight },
  atRisk: { tone: 'bad', icon: IconAlertTriangle },
  met: { tone: 'good', icon: IconCircleCheck },
  missed: { tone: 'bad', icon: IconCircleX },
  tooEarly: { tone: 'calm', icon: IconClockPause },
  noData: { tone: 'calm', icon: IconCircleDashed },
};

/** "on track", "OnTrack" and "onTrack" are one status; what nobody knows is no data. */
export function goalStatusOf(text: string): GoalStatus {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  const keys = Object.keys(goalLooks) as GoalStatus[];
  return keys.find((key) => key.toLowerCase() === plain) ?? 'noData';
}

/** Where a goal stands. */
export function StatusBadge({ status }: { status: GoalStatus | (string & {}) }) {
  const key = goalStatusOf(status);
  return <StatusMark {...goalLooks[key]}>{t.goalStatus[key]}</StatusMark>;
}
