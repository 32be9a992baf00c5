import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { t } from '../texts';
import { useWorkCommands, type Work } from './useWork';

const words = t.actionItems;

/** How it ended, and what shows it. */
export function OutcomeForm({ work, disabled }: { work: Work; disabled: boolean }) {
  const [outcome, setOutcome] = useState(work.outcome);
  const [evidence, setEvidence] = useState(work.evidence ?? '');
  const { conclude } = useWorkCommands(work);
  return (
    <Stack gap="xs">
      <Group align="flex-end">
        <Select label={words.outcome} data={Object.entries(words.outcomes).map(([value, label]) => ({ value, label }))} value={outcome} onChange={(value) => setOutcome(value as Work['outcome'])} disabled={disabled} w={160} />
        <TextInput label={words.evidence} description={words.evidenceHint} value={evidence} onChange={(event) => setEvidence(event.currentTarget.value)} disabled={disabled} style={{ flex: 1, minWidth: 160 }} />
        {!disabled && (
          <Button variant="default" disabled={!outcome} loading={conclude.isPending} onClick={() => outcome && conclude.mutate({ outcome, evidence: evidence.trim() || null })}>
            {words.record}
          </Button>
        )}
      </Group>
      {work.standing && (
        <Text size="xs" c="dimmed">
          {words.standings[work.standing]}
        </Text>
      )}
    </Stack>
  );
}
