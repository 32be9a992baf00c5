import { Button, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import { Day, formatDate, formatPercent, StatusMark } from '../shared';
import { t } from '../texts';
import type { Target } from './goal';
import { JudgingForm } from './JudgingForm';

const words = t.goals.target;
const judging = t.foresight.judging;

/** Where a number comes from, and by which rules it is judged, the old ones too. */
export function TargetRules({ target, mayEdit }: { target: Target; mayEdit: boolean }) {
  const [editing, setEditing] = useState(false);
  const rules = target.judgings.at(-1);
  const older = target.judgings.slice(0, -1);
  const source = [target.sheet.source, target.collectorName, target.sheet.frequency && words.periods[target.sheet.frequency as 'week']].filter(Boolean).join(' · ');
  const said = (one: NonNullable<typeof rules>) => words.judgingRules(formatPercent(one.rules.onTrack, 0), formatPercent(one.rules.lagging, 0));
  if (editing) return <JudgingForm target={target} onDone={() => setEditing(false)} />;
  return (
    <div>
      {source && (
        <Text size="sm" c="dimmed">
          {source}
        </Text>
      )}
      {target.sourceTrouble && (
        <StatusMark tone="warn" icon={IconPlugConnectedX}>
          {target.sourceTrouble}
        </StatusMark>
      )}
      {rules && (
        <Text size="xs" c="dimmed" component="div">
          {words.judging}: {said(rules)}, {words.since(formatDate(rules.from))}{' '}
          {mayEdit && (
            <Button variant="subtle" size="compact-xs" onClick={() => setEditing(true)}>
              {judging.change}
            </Button>
          )}
        </Text>
      )}
      {older.map((one) => (
        <Text key={one.revision} size="xs" c="dimmed">
          {judging.older} {judging.revision(one.revision, formatDate(one.from))}: {said(one)}
        </Text>
      ))}
      {target.frozen && (
        <Text size="xs" c="dimmed">
          {words.frozen(target.frozen.number)} {target.frozen.deadline && <Day date={target.frozen.deadline} />}
        </Text>
      )}
    </div>
  );
}
