import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { formatPercent, Loaded, Page, StatusMark, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { AddLine, BusinessCard, GoalLine, ObjectiveCard } from './AlignmentTree';
import { type Alignment, goalTabs } from './goal';
import { Section } from './Section';
import { useAlignment } from './useAlignment';

const words = t.goals.alignment;

export default function AlignmentPage() {
  return (
    <Page title={t.goals.title} purpose={words.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Tree plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Tree({ plan, open }: { plan: string; open: boolean }) {
  const read = useAlignment(plan);
  const mayEdit = useMay('editPlan') && open;
  return (
    <Loaded read={read}>
      {(alignment) => (
        <Stack gap="xl">
          {alignment.weakestLink && (
            <Alert color="yellow" icon={<IconAlertTriangle aria-hidden />}>
              {alignment.weakestLink}
            </Alert>
          )}
          <Section title={words.business}>
            <Stack gap="sm">
              {alignment.business.map((top) => (
                <BusinessCard key={top.id} top={top} alignment={alignment} mayEdit={mayEdit} />
              ))}
              {mayEdit && <AddLine plan={plan} kind="business" />}
            </Stack>
          </Section>
          <Section title={words.objectives}>
            <Stack gap="sm">
              {alignment.objectives
                .filter((objective) => !objective.serves)
                .map((objective) => (
                  <ObjectiveCard key={objective.id} objective={objective} alignment={alignment} mayEdit={mayEdit} />
                ))}
              {mayEdit && <AddLine plan={plan} kind="objective" />}
            </Stack>
          </Section>
          <Loose alignment={alignment} />
          <Coverage plan={plan} />
        </Stack>
      )}
    </Loaded>
  );
}

// More would push the rest of the page out of sight.
const few = 8;

function Loose({ alignment }: { alignment: Alignment }) {
  const [all, setAll] = useState(false);
  const loose = alignment.goals.filter((goal) => !goal.objective);
  return (
    <>
      {loose.length > 0 && (
        <Section title={words.loose}>
          <Stack gap={6}>
            {loose.map((goal) => (
              <GoalLine key={goal.id} goal={goal} />
            ))}
          </Stack>
        </Section>
      )}
      <Section id="orphans" title={words.orphans}>
        {alignment.activities === 0 ? (
          <Text c="dimmed">{words.orphansNothing}</Text>
        ) : (
          <Stack gap={6}>
            <Text>{words.covered(formatPercent(alignment.covered ?? 0, 0), alignment.activities)}</Text>
            {alignment.orphans.length === 0 && (
              <StatusMark tone="good" icon={IconCircleCheck}>
                {words.orphansNone}
              </StatusMark>
            )}
            {alignment.orphans.slice(0, all ? undefined : few).map((orphan) => (
              <Group key={orphan.subject} gap="sm">
                <Text style={{ overflowWrap: 'anywhere' }}>{orphan.title}</Text>
                <Text size="sm" c="dimmed">
                  {orphan.why}
                </Text>
              </Group>
            ))}
            {!all && alignment.orphans.length > few && (
              <Button variant="default" size="compact-sm" style={{ alignSelf: 'start' }} onClick={() => setAll(true)}>
                {words.allOrphans(alignment.orphans.length)}
              </Button>
            )}
            {(all || alignment.orphans.length <= few) && alignment.orphanCount > alignment.orphans.length && <Text c="dimmed">{words.moreOrphans(alignment.orphanCount - alignment.orphans.length)}</Text>}
          </Stack>
        )}
      </Section>
      {alignment.wishes.length > 0 && (
        <Section title={words.wishes}>
          <Stack gap={6}>
            {alignment.wishes.map((goal) => (
              <GoalLine key={goal.id} goal={goal} />
            ))}
          </Stack>
        </Section>
      )}
    </>
  );
}

function Coverage({ plan }: { plan: string }) {
  const read = useRead(['alignment', plan, 'levels'], () => answer(client.GET('/api/v1/plans/{plan}/metric-coverage', { params: { path: { plan } } })));
  return (
    <Section title={words.coverage}>
      <Loaded read={read}>
        {(levels) => (
          <Stack gap={4}>
            {levels.map((level) => (
              <div key={level.level}>
                <Group gap="sm">
                  <Text>{words.level(level.level, level.all)}</Text>
                  <Text size="sm" c="dimmed">
                    {level.all === 0 ? words.noneYet : level.unmeasured.length === 0 ? words.allMeasured : words.unmeasured(level.unmeasured.length)}
                  </Text>
                </Group>
                <List size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                  {level.unmeasured.map((name) => (
                    <List.Item key={name}>{name}</List.Item>
                  ))}
                </List>
              </div>
            ))}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}
