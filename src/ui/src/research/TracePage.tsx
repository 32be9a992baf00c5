import { Anchor, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { To } from '../menu';
import { type Column, DataTable, Empty, type Filter, formatPercent, Loaded, Page, StatusMark, WithPlan } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { type Schemas } from './sheet';
import { useTrace } from './useResearch';
import { useResearchTabs } from './useTabs';

const words = t.research.trace;
type Decision = Schemas['TracedDecision'];

const columns: Column<Decision>[] = [
  { key: 'title', title: words.decision, primary: true, cell: (each) => (each.path ? <Anchor href={each.path}>{each.title}</Anchor> : each.title), sort: (each) => each.title },
  { key: 'kind', title: words.kind, cell: (each) => <span style={{ whiteSpace: 'nowrap' }}>{words.kinds[each.kind as 'goal'] ?? each.kind}</span>, sort: (each) => each.kind },
  { key: 'rests', title: words.rests, cell: (each) => <Rests decision={each} />, sort: (each) => each.findings.length + each.through.length },
];
const filters: Filter<Decision>[] = [{ key: 'cited', label: words.show, options: [{ value: 'no', label: words.onlyUncited }], test: (each) => !each.cited }];

function Rests({ decision }: { decision: Decision }) {
  if (!decision.cited)
    return (
      <StatusMark tone="warn" icon={IconAlertTriangle}>
        {words.uncited}
      </StatusMark>
    );
  return (
    <>
      {decision.findings.map((finding) => (
        <FindingLink key={finding.id} finding={finding} />
      ))}
      {decision.through.map((finding) => (
        <FindingLink key={finding.id} finding={finding} note={words.through} />
      ))}
    </>
  );
}

export function FindingLink({ finding, note }: { finding: Schemas['TraceFinding']; note?: string }) {
  return (
    <Text component="div">
      <Anchor renderRoot={(props) => <Link to={'/research/findings' as To} search={{ finding: finding.id } as never} {...props} />}>{finding.text}</Anchor>
      {note && ` (${note})`}
    </Text>
  );
}

export default function TracePage() {
  return (
    <Page title={t.research.title} purpose={words.purpose} help={t.research.help} tabs={useResearchTabs()}>
      <WithPlan>{(plan) => <Trace plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function Trace({ plan }: { plan: string }) {
  const read = useTrace(plan);
  return (
    <Loaded read={read}>
      {(view) => (
        <>
          {view.citedShare !== null && view.citedShare !== undefined && <Text>{words.share(formatPercent(view.citedShare))}</Text>}
          <DataTable
            label={words.decisions}
            rows={view.decisions}
            columns={columns}
            filters={filters}
            rowKey={(each) => each.node}
            rowName={(each) => each.title}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: t.goals.title, to: '/goals' as To }} />}
          />
          <Section title={words.nowhere}>
            {view.nowhere.length === 0 && <Text c="dimmed">{words.noNowhere}</Text>}
            {view.nowhere.map((finding) => (
              <FindingLink key={finding.id} finding={{ id: finding.id, text: finding.sheet.text }} />
            ))}
          </Section>
          {view.setAside.length > 0 && (
            <Section title={words.aside}>
              {view.setAside.map((finding) => (
                <FindingLink key={finding.id} finding={{ id: finding.id, text: finding.sheet.text }} note={finding.asideWhy ?? undefined} />
              ))}
            </Section>
          )}
        </>
      )}
    </Loaded>
  );
}
