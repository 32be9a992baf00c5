import { IconCircleCheck, IconCircleDashed, IconClockExclamation, IconHourglass, IconPlugConnectedX } from '@tabler/icons-react';
import { StatusMark } from '../shared';
import { t } from '../texts';
import type { Assumption } from './goal';

const words = t.foresight.assumptions;

/** How an assumption stands, in colour, icon and word. */
export function AssumptionMark({ assumption }: { assumption: Pick<Assumption, 'verdict' | 'due' | 'waiting'> }) {
  if (assumption.waiting)
    return (
      <StatusMark tone="warn" icon={IconHourglass}>
        {words.waiting}
      </StatusMark>
    );
  if (assumption.due)
    return (
      <StatusMark tone="warn" icon={IconClockExclamation}>
        {words.due}
      </StatusMark>
    );
  return <VerdictMark verdict={assumption.verdict} />;
}

const looks = {
  held: { tone: 'good', icon: IconCircleCheck },
  broken: { tone: 'bad', icon: IconPlugConnectedX },
  untestable: { tone: 'calm', icon: IconCircleDashed },
} as const;

/** What the numbers said; open while they have said nothing. */
export function VerdictMark({ verdict }: { verdict: Assumption['verdict'] }) {
  if (verdict === null)
    return (
      <StatusMark tone="info" icon={IconCircleDashed}>
        {words.open}
      </StatusMark>
    );
  return <StatusMark {...looks[verdict]}>{words.verdicts[verdict]}</StatusMark>;
}
