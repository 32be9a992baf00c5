import { ActionIcon, Anchor, Button, Group, Paper, Stack, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconMountain, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { InlineEdit, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import type { PlanAttainability } from './AttainabilityPage';
import { Section } from './Section';

const words = t.foresight.attainability;

const looks = {
  high: { tone: 'bad', icon: IconMountain },
  medium: { tone: 'warn', icon: IconAlertTriangle },
  low: { tone: 'calm', icon: IconInfoCircle },
} as const;

interface Props {
  plan: string;
  risks: PlanAttainability['risks'];
  fears: PlanAttainability['fears'];
  mayEdit: boolean;
}

/** Why the plan might fail: what it gives away itself, and what its people fear. */
export function Premortem({ plan, risks, fears, mayEdit }: Props) {
  return (
    <>
      <Section title={words.risks}>
        <Stack gap="xs">
          <Text c="dimmed">{words.risksText}</Text>
          {risks.length === 0 && (
            <StatusMark tone="good" icon={IconCircleCheck}>
              {words.risksNone}
            </StatusMark>
          )}
          {risks.map((risk) => (
            <div key={`${risk.code} ${risk.sentence}`}>
              <StatusMark {...looks[risk.weight]}>{words.weights[risk.weight]}</StatusMark>
              <Text style={{ overflowWrap: 'anywhere' }}>
                {risk.sentence}{' '}
                <Anchor underline="always" renderRoot={(props) => <Link to={risk.path.split('?')[0] as never} search={Object.fromEntries(new URLSearchParams(risk.path.split('?')[1])) as never} {...props} />}>{words.look}</Anchor>
              </Text>
            </div>
          ))}
        </Stack>
      </Section>
      <Section title={words.fears} term="premortem">
        <Stack gap="sm">
          <Text c="dimmed">{words.fearsText}</Text>
          {fears.map((fear) => (
            <FearCard key={fear.id} plan={plan} fear={fear} mayEdit={mayEdit} />
          ))}
          {mayEdit && <AddFear plan={plan} />}
        </Stack>
      </Section>
    </>
  );
}

function FearCard({ plan, fear, mayEdit }: { plan: string; fear: Props['fears'][number]; mayEdit: boolean }) {
  const mayRemove = useMay('editPlan') && mayEdit;
  const invalidate = [['attainability', plan]];
  const path = { params: { path: { entry: fear.id } } };
  const change = useCommand((body: { reason?: string; guard?: string }) => answer(client.PATCH('/api/v1/premortem-entries/{entry}', { ...path, body })), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/premortem-entries/{entry}', path)), { invalidate });
  return (
    <Paper withBorder p="sm">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <div>
          <InlineEdit label={words.reason} value={fear.reason} disabled={!mayEdit} onSave={(reason) => change.mutate({ reason })} />
          <Group gap={6}>
            <Text size="sm" c="dimmed">
              {words.guard}:
            </Text>
            <InlineEdit label={words.guard} value={fear.guard ?? words.unguarded} disabled={!mayEdit} onSave={(guard) => change.mutate({ guard })} />
          </Group>
          <Text size="xs" c="dimmed">
            {fear.byName}
          </Text>
        </div>
        {mayRemove && (
          <ActionIcon variant="subtle" color="gray" aria-label={words.removeFear(fear.reason)} onClick={() => remove.mutate()}>
            <IconTrash size={16} />
          </ActionIcon>
        )}
      </Group>
    </Paper>
  );
}

function AddFear({ plan }: { plan: string }) {
  const [reason, setReason] = useState('');
  const [guard, setGuard] = useState('');
  const add = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/premortem', { params: { path: { plan } }, body: { reason: reason.trim(), guard: guard.trim() || null } })), {
    invalidate: [['attainability', plan]],
    done: words.added,
    onDone: () => {
      setReason('');
      setGuard('');
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (reason.trim()) add.mutate();
      }}
    >
      <Group align="flex-end" gap="sm">
        <TextInput label={words.reason} maxLength={500} value={reason} onChange={(event) => setReason(event.currentTarget.value)} style={{ flex: '1 1 240px' }} />
        <TextInput label={words.guard} maxLength={500} value={guard} onChange={(event) => setGuard(event.currentTarget.value)} style={{ flex: '1 1 240px' }} />
        <Button type="submit" variant="default" loading={add.isPending} disabled={!reason.trim()}>
          {words.add}
        </Button>
      </Group>
    </form>
  );
}
