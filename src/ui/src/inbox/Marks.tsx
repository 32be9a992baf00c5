import { Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp, IconChevronDown, IconChevronsUp, IconChevronUp, IconCircleCheck, IconClock, IconClockExclamation, IconMinus, IconStar, IconStarFilled } from '@tabler/icons-react';
import { NoData, StatusMark, type Tone } from '../shared';
import { t } from '../texts';
import { type CareRow, type Severity, spanInWords } from './inbox';
import classes from './Inbox.module.css';

const words = t.inbox;

const looks: Record<Severity, { tone: Tone; icon: typeof IconMinus }> = {
  urgent: { tone: 'bad', icon: IconChevronsUp },
  high: { tone: 'warn', icon: IconChevronUp },
  normal: { tone: 'calm', icon: IconMinus },
  low: { tone: 'calm', icon: IconChevronDown },
};

export function SeverityMark({ severity }: { severity: Severity }) {
  return <StatusMark {...looks[severity]}>{words.severities[severity]}</StatusMark>;
}

export function CareMark({ status }: { status: CareRow['status'] }) {
  if (status === 'resolved') return <StatusMark tone="good" icon={IconCircleCheck}>{words.statuses.resolved}</StatusMark>;
  return status === 'answered' ? <StatusMark tone="info" icon={IconArrowBackUp}>{words.statuses.answered}</StatusMark> : <StatusMark tone="calm" icon={IconClock}>{words.statuses.open}</StatusMark>;
}

/** Five stars as they were given; said as a number. */
export function Stars({ stars }: { stars: number }) {
  return (
    <span className={classes.stars} role="img" aria-label={words.starsOf(stars)} title={words.starsOf(stars)}>
      {[1, 2, 3, 4, 5].map((place) => (place <= stars ? <IconStarFilled key={place} size={13} aria-hidden /> : <IconStar key={place} size={13} stroke={1.6} aria-hidden />))}
    </span>
  );
}

/** What is due next and how long there is, in words. */
export function DueMark({ row, day }: { row: CareRow; day: number }) {
  const { due } = row;
  if (row.status === 'resolved') {
    return row.firstAnswer ? (
      <Text component="span" size="sm" c="dimmed">
        {words.due.kept(spanInWords(row.firstAnswer.businessMinutes, day))}
      </Text>
    ) : (
      <Text component="span" size="sm" c="dimmed">
        {words.due.none}
      </Text>
    );
  }
  if (!due) return <NoData reason={words.due.noHours} />;
  const time = spanInWords(due.minutes, day);
  if (due.overdue) return <StatusMark tone="bad" icon={IconAlertTriangle}>{words.due.late[due.duty](time)}</StatusMark>;
  return due.minutes <= 60 ? <StatusMark tone="warn" icon={IconClockExclamation}>{words.due.left[due.duty](time)}</StatusMark> : <StatusMark tone="calm" icon={IconClock}>{words.due.left[due.duty](time)}</StatusMark>;
}
