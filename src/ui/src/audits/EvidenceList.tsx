import { Anchor, Button, Code, FileButton, Stack, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import type { components } from '../api';
import { Moment, ProblemAlert, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { useCaseCommands } from './useCases';

const words = t.audits.cases;

/** Screenshots and saved pages, each with its time and its fingerprint. They are added, never removed. */
export function EvidenceList({ id, evidence }: { id: string; evidence: components['schemas']['EvidenceView'][] }) {
  const { zone } = useBrand();
  const mayAdd = useMay('takePart');
  const { addEvidence } = useCaseCommands(id);
  return (
    <section aria-label={words.evidence}>
      <Text size="sm" fw={600} mb="xs">
        {words.evidence}
      </Text>
      <Stack gap="sm">
        {evidence.length === 0 && <Text c="dimmed">{words.noEvidence}</Text>}
        {evidence.map((piece) => (
          <div key={piece.id}>
            <Anchor href={`/api/v1/case-evidence/${piece.id}/content`}>{piece.name}</Anchor>
            <Text size="sm" c="dimmed">
              <Moment at={piece.takenAt} zone={zone} /> · {piece.by}
            </Text>
            <Text size="xs" c="dimmed">
              {words.hash} <Code style={{ overflowWrap: 'anywhere' }}>{piece.hash}</Code>
            </Text>
          </div>
        ))}
        <ProblemAlert problem={addEvidence.problem} />
        {mayAdd && (
          <FileButton accept="image/*,application/pdf,text/html" onChange={(file) => file && addEvidence.mutate(file)}>
            {(props) => (
              <Button {...props} variant="default" size="compact-sm" style={{ alignSelf: 'flex-start' }} leftSection={<IconUpload size={14} aria-hidden />} loading={addEvidence.isPending}>
                {words.addEvidence}
              </Button>
            )}
          </FileButton>
        )}
      </Stack>
    </section>
  );
}
