import { Button, Stack } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts';
import type { GoalDetail } from './goal';
import { Section } from './Section';
import { TargetCard } from './TargetCard';
import { TargetForm } from './TargetForm';

const words = t.goals.detail;

/** The numbers of a goal, and a new one. */
export function Targets({ detail, mayEdit }: { detail: GoalDetail; mayEdit: boolean }) {
  const [adding, setAdding] = useState(false);
  return (
    <Section
      title={words.targets}
      term="kpi"
      action={
        mayEdit &&
        !adding && (
          <Button size="compact-sm" variant="default" onClick={() => setAdding(true)}>
            {words.addTarget}
          </Button>
        )
      }
    >
      <Stack gap="md">
        {adding && <TargetForm goal={detail.goal.id} offers={detail.questions.find((question) => question.part === 'metric')?.offers} onDone={() => setAdding(false)} />}
        {detail.targets.map((target) => (
          <TargetCard key={target.id} target={target} mayEdit={mayEdit} />
        ))}
      </Stack>
    </Section>
  );
}
