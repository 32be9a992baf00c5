import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import type { To } from '../menu';
import { Loaded, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { Card } from './Card';
import { GateRules } from './GateRules';
import classes from './Gates.module.css';
import { pageOf, type Plan, planKey } from './plan';

const words = t.plans.gates;

/** What is needed is always shown; of what is only worth a look, the first few. */
const few = 5;
function shownOf<F extends { blocks: boolean }>(findings: F[], all: boolean): F[] {
  return all ? findings : [...findings.filter((each) => each.blocks), ...findings.filter((each) => !each.blocks).slice(0, few)];
}

/** Leads to the very thing that is to be mended, or to the page of its step. */
function Mend({ finding, plan }: { finding: components['schemas']['GateFinding']; plan: string }) {
  const [to = '', hash] = (finding.path ?? pageOf[finding.step] ?? '').split('#');
  if (to === '' && !hash) return null;
  const label = `${words.mend}: ${finding.message}`;
  return (
    <Anchor renderRoot={(props) => <Link to={(to || '.') as To} search={(before: object) => ({ ...before, plan }) as never} hash={hash} aria-label={label} {...props} />}>
      {words.mend}
    </Anchor>
  );
}

/** What every step has to say before the plan comes into force: what is needed first, then what is worth a look. */
export function GatesCard({ plan }: { plan: Plan }) {
  const mayEdit = useMay('editPlan');
  const [all, setAll] = useState(false);
  const read = useRead(['gates', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/gates', { params: { path: { plan: plan.id } } })));
  const steps = useRead(['plan-steps', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/steps', { params: { path: { plan: plan.id } } })));
  const skip = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/skip-goal', { params: { path: { plan: plan.id } } })), {
    invalidate: [planKey(plan.id), ['gates', plan.id], ['plan-steps', plan.id]],
  });
  const canSkip = mayEdit && steps.data !== undefined && !steps.data.hasGoal && !steps.data.skipped;
  return (
    <Card
      title={words.title}
      action={
        canSkip && (
          <Button size="compact-sm" variant="subtle" onClick={() => skip.mutate()} loading={skip.isPending}>
            {t.plans.skipGoal}
          </Button>
        )
      }
    >
      <Loaded read={read}>
        {(gates) => (
          <Stack gap="xs" component="ul" style={{ listStyle: 'none', padding: 0, margin: 0 }}>
            {gates.findings.length === 0 && (
              <li>
                <StatusMark tone="good" icon={IconCircleCheck}>{words.none}</StatusMark>
              </li>
            )}
            {shownOf(gates.findings, all).map((finding) => (
              <Group key={`${finding.code}-${finding.subject}`} component="li" gap="sm" wrap="nowrap" align="flex-start">
                <span className={classes.mark}>
                  <StatusMark tone={finding.blocks ? 'bad' : 'warn'} icon={finding.blocks ? IconCircleX : IconAlertTriangle}>
                    {finding.blocks ? words.blocks : words.warns}
                  </StatusMark>
                </span>
                <Text style={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>{finding.message}</Text>
                <Mend finding={finding} plan={plan.id} />
              </Group>
            ))}
            {shownOf(gates.findings, all).length < gates.findings.length && (
              <li>
                <Button size="compact-sm" variant="default" onClick={() => setAll(true)}>
                  {words.more(gates.findings.length - shownOf(gates.findings, all).length)}
                </Button>
              </li>
            )}
          </Stack>
        )}
      </Loaded>
      <GateRules plan={plan.id} />
    </Card>
  );
}
