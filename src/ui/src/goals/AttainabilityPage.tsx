import { Anchor, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, type components, useRead } from '../api';
import type { To } from '../menu';
import { type Column, DataTable, Empty, Loaded, NoData, Page, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { BandMark } from './ChanceLine';
import { goalTabs } from './goal';
import { PeopleHours } from './PeopleHours';
import { Premortem } from './Premortem';
import { Section } from './Section';

const words = t.foresight.attainability;

export type PlanAttainability = components['schemas']['PlanAttainabilityView'];

export default function AttainabilityPage() {
  return (
    <Page title={t.goals.title} purpose={words.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Body plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Body({ plan, open }: { plan: string; open: boolean }) {
  const read = useRead(['attainability', plan], () => answer(client.GET('/api/v1/plans/{plan}/attainability', { params: { path: { plan } } })));
  const mayRun = useMay('runPlan') && open;
  const mayTakePart = useMay('takePart') && open;
  return (
    <Loaded read={read}>
      {(view) => (
        <Stack gap="xl">
          <Section title={words.targets}>
            <Chances targets={view.targets} />
          </Section>
          <PeopleHours plan={plan} people={view.people} unowned={view.unownedHours} mayEdit={mayRun} />
          <Premortem plan={plan} risks={view.risks} fears={view.fears} mayEdit={mayTakePart} />
        </Stack>
      )}
    </Loaded>
  );
}

function Chances({ targets }: { targets: PlanAttainability['targets'] }) {
  if (targets.length === 0) return <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/goals' as To }} />;
  return <DataTable label={words.targets} rows={targets} columns={columns} rowKey={(target) => target.target} rowName={(target) => `${target.goalTitle}, ${target.metric}`} />;
}

const columns: Column<PlanAttainability['targets'][number]>[] = [
  {
    key: 'goal',
    title: words.columns.goal,
    primary: true,
    width: '30%',
    cell: (target) => (
      <div>
        <Anchor c="inherit" fw={400} underline="hover" renderRoot={(props) => <Link to="/goals" search={{ goal: target.goal } as never} {...props} />}>
          {target.goalTitle}
        </Anchor>
        <Text size="xs" c="dimmed" fw={400}>
          {target.metric}
        </Text>
      </div>
    ),
  },
  { key: 'band', title: words.columns.band, cell: (target) => <BandMark band={target.attainability.band ?? 'cannotJudge'} /> },
  { key: 'chance', title: words.columns.chance, cell: (target) => target.chanceWords ?? <NoData reason={target.attainability.words} /> },
  {
    key: 'required',
    title: words.columns.required,
    cell: (target) => (
      <div>
        <Text size="sm">{target.attainability.words}</Text>
        {(target.attainability.points ?? 0) > 0 && (
          <Text size="xs" c="dimmed">
            {t.foresight.rests(t.foresight.methods[target.attainability.method ?? 'runRate'], target.attainability.points ?? 0)}
          </Text>
        )}
      </div>
    ),
  },
];
