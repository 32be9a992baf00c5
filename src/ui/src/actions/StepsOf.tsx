import { Checkbox, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { LineForm } from '../shared';
import { t } from '../texts';
import { useTick, useWorkCommands, type Work } from './useWork';

const words = t.actionItems;

/** The parts of a piece of work, and a field to break it down further. */
export function StepsOf({ work, rows, disabled, onOpen }: { work: Work; rows: Work[]; disabled: boolean; onOpen: (work: Work) => void }) {
  const toggle = useTick();
  const { addStep } = useWorkCommands(work);
  const steps = rows.filter((row) => row.parent === work.id);
  return (
    <Stack gap="xs" component="section" aria-label={words.steps}>
      <Text fw={600}>
        {words.steps} {steps.length > 0 && <span className="figures">({words.of(work.leavesDone, work.leaves)})</span>}
      </Text>
      {steps.map((step) => (
        <Group key={step.id} wrap="nowrap" gap="sm">
          <Checkbox aria-label={words.tick(step.title)} checked={step.state === 'done'} disabled={rows.some((row) => row.parent === step.id)} onChange={() => toggle(step)} />
          <UnstyledButton onClick={() => onOpen(step)} style={{ flex: 1, overflowWrap: 'anywhere' }}>
            {step.title}
          </UnstyledButton>
        </Group>
      ))}
      {!disabled && (
        <LineForm bare label={words.newStep} verb={words.addStep} maxLength={200} onSend={addStep.mutateAsync} />
      )}
    </Stack>
  );
}
