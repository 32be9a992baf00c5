import { Text } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Loaded, Page, WithPlan } from '../shared';
import { t } from '../texts';
import { Aims } from './Aims';
import { Departments } from './Departments';
import { Interviews } from './Interviews';
import { researchTabs } from './sheet';

export default function PeoplePage() {
  return (
    <Page title={t.research.title} purpose={t.research.people.purpose} help={t.research.help} tabs={researchTabs}>
      <WithPlan>{(plan) => <People plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function People({ plan }: { plan: string }) {
  const read = useRead(['research', plan, 'departments'], () => answer(client.GET('/api/v1/plans/{plan}/departments', { params: { path: { plan } } })));
  return (
    <Loaded read={read}>
      {(matrix) => (
        <>
          {matrix.hidden && <Text c="dimmed">{t.research.people.solo}</Text>}
          <Departments plan={plan} matrix={matrix} />
          {matrix.rows.length > 0 && <Interviews plan={plan} departments={matrix.rows.map((row) => row.department)} />}
          {matrix.rows.length > 0 && <Aims plan={plan} departments={matrix.rows.map((row) => row.department)} />}
        </>
      )}
    </Loaded>
  );
}
