import { Stack, Table, Text, Title } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { Figure, Loaded, NoData, Page, type PlanLine, StatusBadge, WithPlan } from '../shared';
import { t } from '../texts';
import { reviewTabs } from './review';

type Stand = components['schemas']['CycleStand'];
const words = t.reviews.cycles;

export default function CyclesPage() {
  return (
    <Page title={t.reviews.title} purpose={words.purpose} help={t.reviews.help} tabs={reviewTabs}>
      <WithPlan>{(plan) => <Cycles plan={plan} />}</WithPlan>
    </Page>
  );
}

const lines: [string, (stand: Stand) => string | number][] = [
  [words.goalsMet, (stand) => `${stand.goalsMet} / ${stand.goals}`],
  [words.versions, (stand) => stand.versions],
  [words.held, (stand) => stand.reviews],
  [words.talkOnly, (stand) => stand.talkOnly],
  [words.decisions, (stand) => stand.decisions],
  [words.lessons, (stand) => stand.lessons],
  [words.applied, (stand) => stand.lessonsApplied],
];

function Cycles({ plan }: { plan: PlanLine }) {
  const read = useRead(['cycles', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/cycles', { params: { path: { plan: plan.id } } })));
  const value = (number: number | null) => (number === null ? <NoData /> : <Figure value={number} />);
  return (
    <Loaded read={read}>
      {({ now, before, kpis }) => (
        <Stack maw={760}>
          {!before && <Text c="dimmed">{words.first}</Text>}
          <Table.ScrollContainer minWidth={before ? 400 : 240}>
            <Table aria-label={words.purpose}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.what}</Table.Th>
                  {before && <Table.Th ta="right">{t.plans.cycle(before.cycle)}</Table.Th>}
                  <Table.Th ta="right">{t.plans.cycle(now.cycle)}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {lines.map(([label, of]) => (
                  <Table.Tr key={label}>
                    <Table.Td>{label}</Table.Td>
                    {before && (
                      <Table.Td ta="right" className="figures">
                        {of(before)}
                      </Table.Td>
                    )}
                    <Table.Td ta="right" className="figures">
                      {of(now)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          <Title order={2} size="h3">
            {words.kpi}
          </Title>
          {kpis.length === 0 ? (
            <Text c="dimmed">{words.noKpis}</Text>
          ) : (
            <Table.ScrollContainer minWidth={before ? 560 : 280}>
              <Table aria-label={words.kpi}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.kpi}</Table.Th>
                    {before && <Table.Th ta="right">{words.before}</Table.Th>}
                    {before && <HiddenHead>{words.statusBefore}</HiddenHead>}
                    <Table.Th ta="right">{words.now}</Table.Th>
                    <HiddenHead>{words.statusNow}</HiddenHead>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {kpis.map((kpi) => (
                    <Table.Tr key={kpi.metric}>
                      <Table.Td>{kpi.metric}</Table.Td>
                      {before && <Table.Td ta="right">{value(kpi.before)}</Table.Td>}
                      {before && <Table.Td>{kpi.statusBefore && <StatusBadge status={kpi.statusBefore} />}</Table.Td>}
                      <Table.Td ta="right">{value(kpi.now)}</Table.Td>
                      <Table.Td>{kpi.statusNow && <StatusBadge status={kpi.statusNow} />}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

/** A head that the eye does without. */
function HiddenHead({ children }: { children: string }) {
  return (
    <Table.Th>
      <span className="hidden-text">{children}</span>
    </Table.Th>
  );
}
