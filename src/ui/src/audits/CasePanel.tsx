import { Anchor, Button, Checkbox, Group, Stack, Text, TextInput, Timeline } from '@mantine/core';
import { useState } from 'react';
import { CardsSkeleton, Comments, DetailPanel, Loaded, Moment, NetworkMark, ProblemAlert, useBrand, useMay } from '../shared';
import { t } from '../texts';
import { CaseStatusMark } from './CaseStatusMark';
import { EvidenceList } from './EvidenceList';
import { LongText } from './fields';
import { type Case, type Element, useCase, useCaseCommands } from './useCases';

const words = t.audits.cases;
const elements = Object.keys(words.elements) as Element[];

/** One case: what was copied, the evidence, the report, what came of it. */
export function CasePanel({ id, onClose }: { id: string; onClose: () => void }) {
  const read = useCase(id);
  return (
    <DetailPanel title={read.data?.case.handle ?? read.data?.case.url.replace(/^https?:\/\//, '') ?? words.title} onClose={onClose}>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(detail) => (
          <Stack gap="md">
            <Group gap="sm">
              <CaseStatusMark status={detail.case.status} />
              <NetworkMark network={detail.case.network} />
              <Anchor href={detail.case.url} target="_blank" rel="noreferrer noopener nofollow" style={{ overflowWrap: 'anywhere' }}>
                {detail.case.url.replace(/^https?:\/\//, '')}
              </Anchor>
            </Group>
            <Copied about={detail.case} />
            <EvidenceList id={id} evidence={detail.evidence} />
            <Moves about={detail.case} />
            <History about={detail.case} />
            <Comments node={id} />
          </Stack>
        )}
      </Loaded>
    </DetailPanel>
  );
}

function Copied({ about }: { about: Case }) {
  const disabled = !useMay('takePart');
  const { describe } = useCaseCommands(about.id);
  return (
    <Stack gap="xs">
      <Checkbox.Group label={words.copied} description={words.copiedHint(about.elements)} value={about.copied as string[]} onChange={(copied) => describe.mutate({ copied: copied as Element[] })}>
        <Group mt="xs" gap="md">
          {elements.map((element) => (
            <Checkbox key={element} value={element} label={words.elements[element]} disabled={disabled} />
          ))}
        </Group>
      </Checkbox.Group>
      <LongText label={words.notes} value={about.notes} onSave={(notes) => describe.mutate({ notes })} disabled={disabled} />
    </Stack>
  );
}

/** The next step of a case, with what the network wants to know. */
function Moves({ about }: { about: Case }) {
  const mayMove = useMay('editPlan');
  const mayChase = useMay('takePart');
  const { move, chase } = useCaseCommands(about.id);
  const [note, setNote] = useState('');
  const [reference, setReference] = useState(about.reference ?? '');
  const asked = { note: note.trim() || null, reference: reference.trim() || null };
  const waits = about.chaseOn !== null && about.chaseOn !== undefined;
  return (
    <Stack gap="sm">
      {about.form && about.next.includes('reported') && (
        <Text size="sm">
          <Anchor href={about.form} target="_blank" rel="noreferrer noopener">
            {words.form}
          </Anchor>
        </Text>
      )}
      {about.formNote && (
        <Text size="sm" c="dimmed">
          {about.formNote}
        </Text>
      )}
      {mayMove && (
        <>
          <Group grow align="flex-start">
            <TextInput label={words.reference} value={reference} onChange={(event) => setReference(event.currentTarget.value)} />
            <TextInput label={words.note} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
          </Group>
          <ProblemAlert problem={move.problem} />
          <Group gap="xs">
            {about.next.map((status, index) => (
              <Button key={status} size="compact-sm" variant={index === 0 ? 'filled' : 'default'} loading={move.isPending} onClick={() => move.mutate({ status, ...asked }, { onSuccess: () => setNote('') })}>
                {words.verbs[status]}
              </Button>
            ))}
          </Group>
        </>
      )}
      {waits && mayChase && (
        <Button size="compact-sm" variant={about.chase ? 'filled' : 'default'} style={{ alignSelf: 'flex-start' }} loading={chase.isPending} onClick={() => chase.mutate(asked.note, { onSuccess: () => setNote('') })}>
          {words.chase}
        </Button>
      )}
    </Stack>
  );
}

function History({ about }: { about: Case }) {
  const { zone } = useBrand();
  return (
    <section aria-label={words.history}>
      <Text size="sm" fw={600} mb="xs">
        {words.history}
      </Text>
      <Timeline bulletSize={14} lineWidth={2} active={about.history.length}>
        {about.history.map((step) => (
          <Timeline.Item key={step.at + step.status} title={step.chaser ? words.askedAgain : words.statuses[step.status]}>
            <Text size="sm" c="dimmed">
              <Moment at={step.at} zone={zone} /> · {step.by}
            </Text>
            {step.note && <Text size="sm">{step.note}</Text>}
          </Timeline.Item>
        ))}
      </Timeline>
    </section>
  );
}
