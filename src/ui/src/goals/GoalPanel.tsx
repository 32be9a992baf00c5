import { Alert, Badge, Group, Stack, Text } from '@mantine/core';
import { CardsSkeleton, Comments, CreditLine, DetailPanel, FunnelStrip, InlineEdit, Justified, Loaded, OwnFields, StatusBadge } from '../shared';
import { t } from '../texts';
import { CheckIns } from './CheckIns';
import { DraftBadge } from './DraftBadge';
import { type GoalDetail, useGoal } from './goal';
import { GoalActions } from './GoalActions';
import { GoalRest, SpecificityLine } from './GoalRest';
import { GoalMargin } from './GoalMargin';
import { GoalPurpose } from './GoalPurpose';
import { GoalWords } from './GoalWords';
import { PeriodList } from './PeriodList';
import { Questions } from './Questions';
import { Section } from './Section';
import { SmartReasons } from './SmartReasons';
import { Targets } from './Targets';
import { useChangeGoal } from './useChangeGoal';

const words = t.goals;

interface Props {
  goal: string;
  plan: string;
  mayEdit: boolean;
  onClose: () => void;
}

/** One goal beside the list: its numbers, its letters, its check-ins. */
export function GoalPanel({ goal, plan, mayEdit, onClose }: Props) {
  const read = useGoal(goal);
  return (
    <DetailPanel
      title={read.data ? <Title detail={read.data} mayEdit={mayEdit} /> : words.title}
      onClose={onClose}
      actions={read.data && mayEdit ? <GoalActions detail={read.data} onRemoved={onClose} /> : undefined}
    >
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(detail) => <Body detail={detail} plan={plan} mayEdit={mayEdit} />}
      </Loaded>
    </DetailPanel>
  );
}

function Title({ detail, mayEdit }: { detail: GoalDetail; mayEdit: boolean }) {
  const change = useChangeGoal(detail);
  return <InlineEdit label={words.detail.renamed} value={detail.goal.title} disabled={!mayEdit} onSave={(title) => change.mutate({ title })} />;
}

function Body({ detail, plan, mayEdit }: { detail: GoalDetail; plan: string; mayEdit: boolean }) {
  const { row, goal } = detail;
  return (
    <Stack gap="lg">
      <Group gap="sm">
        {row.isDraft && <DraftBadge lacks={row.lacks} />}
        <StatusBadge status={row.status} />
        {goal.verdict && <Badge variant="outline">{words.detail.closed(words.verdicts[goal.verdict])}</Badge>}
        {row.why && (
          <Text size="sm" c="dimmed">
            {row.why}
          </Text>
        )}
      </Group>
      {row.vanityOnly && (
        <Alert color="yellow" p="sm">
          {words.vanity} {detail.proposedMetrics.map((metric) => metric.name).join(', ')}
        </Alert>
      )}
      {row.isDraft && <Text c="dimmed">{words.draftLacks(row.lacks.map((part) => words.draftParts[part] ?? part).join(', '))}</Text>}
      <SpecificityLine specificity={row.specificity} />
      <Questions detail={detail} />
      <Targets detail={detail} mayEdit={mayEdit} />
      <PeriodList periods={detail.periods} />
      <Section title={t.funnel.brought}>
        <FunnelStrip subject={goal.id} />
        <CreditLine subject={goal.id} by="goal" />
      </Section>
      <Section title={t.returns.margins.goal}>
        <GoalMargin key={goal.id} goal={goal.id} plan={goal.plan} />
      </Section>
      <SmartReasons letters={row.smart} />
      <GoalPurpose detail={detail} plan={plan} mayEdit={mayEdit} />
      <GoalRest detail={detail} />
      <GoalWords detail={detail} mayEdit={mayEdit} />
      <CheckIns detail={detail} />
      <Justified plan={goal.plan} node={goal.id} />
      <OwnFields node={goal.id} />
      <Comments node={goal.id} />
    </Stack>
  );
}
