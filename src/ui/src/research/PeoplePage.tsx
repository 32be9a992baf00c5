import { Empty, Loaded, Page, WithPlan } from '../shared';
import type { To } from '../menu';
import { t } from '../texts';
import { Aims } from './Aims';
import { Departments } from './Departments';
import { Interviews } from './Interviews';
import { useDepartments, useResearchTabs } from './useTabs';

const words = t.research.people;

export default function PeoplePage() {
  return (
    <Page title={t.research.title} purpose={words.purpose} help={t.research.help} tabs={useResearchTabs()}>
      <WithPlan>{(plan) => <People plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function People({ plan }: { plan: string }) {
  const read = useDepartments(plan);
  return (
    <Loaded read={read}>
      {(matrix) =>
        matrix.hidden ? (
          <Empty title={words.emptyTitle} text={words.solo} action={{ label: words.soloAction, to: '/research' as To }} />
        ) : (
          <>
            <Departments plan={plan} matrix={matrix} />
            <Interviews plan={plan} departments={matrix.rows.map((row) => row.department)} />
            {matrix.rows.length > 0 && <Aims plan={plan} departments={matrix.rows.map((row) => row.department)} />}
          </>
        )
      }
    </Loaded>
  );
}
