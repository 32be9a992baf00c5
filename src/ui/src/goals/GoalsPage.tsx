import { Text } from '@mantine/core';
import { Empty, EmptyExample, ListWithDetail, Loaded, Page, useMay, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { AddGoalLine } from './AddGoalLine';
import { goalTabs, useGoals } from './goal';
import { GoalPanel } from './GoalPanel';
import { GoalTable } from './GoalTable';

const words = t.goals;

export default function GoalsPage() {
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Goals plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Goals({ plan, open }: { plan: string; open: boolean }) {
  const [url, setUrl] = useUrl();
  const mayEdit = useMay('editPlan') && open;
  const read = useGoals(plan);
  return (
    <ListWithDetail detail={url.goal ? <GoalPanel key={url.goal} goal={url.goal} plan={plan} mayEdit={mayEdit} onClose={() => setUrl({ goal: undefined })} /> : undefined}>
      {mayEdit && <AddGoalLine plan={plan} onAdded={(goal) => setUrl({ goal }, true)} />}
      <Loaded read={read}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              title={words.emptyTitle}
              text={words.empty}
              example={
                <EmptyExample>
                  <Text>{words.example}</Text>
                </EmptyExample>
              }
            />
          ) : (
            <GoalTable rows={rows} open={url.goal} onOpen={(goal) => setUrl({ goal }, true)} />
          )
        }
      </Loaded>
    </ListWithDetail>
  );
}
