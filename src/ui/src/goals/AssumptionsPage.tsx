import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { Empty, EmptyExample, Loaded, Page, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { AssumptionCard } from './AssumptionCard';
import { AssumptionForm } from './AssumptionForm';
import { CalibrationTable } from './CalibrationTable';
import { ExpectedResults } from './ExpectedResults';
import { goalTabs } from './goal';
import { Section } from './Section';

const words = t.foresight.assumptions;

export default function AssumptionsPage() {
  return (
    <Page title={t.goals.title} purpose={words.purpose} help={t.goals.help} tabs={goalTabs}>
      <WithPlan>{(plan) => <Body plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Body({ plan, open }: { plan: string; open: boolean }) {
  const [adding, setAdding] = useState(false);
  const read = useRead(['assumptions', plan], () => answer(client.GET('/api/v1/assumptions', { params: { query: { plan } } })));
  const mayEdit = useMay('editPlan') && open;
  return (
    <Stack gap="xl">
      <Section
        title={t.foresight.tabs.assumptions}
        action={
          mayEdit &&
          !adding && (
            <Button size="compact-sm" onClick={() => setAdding(true)}>
              {words.add}
            </Button>
          )
        }
      >
        <Stack gap="md">
          {adding && <AssumptionForm plan={plan} onDone={() => setAdding(false)} />}
          <Loaded read={read}>
            {(assumptions) =>
              assumptions.length === 0 ? (
                !adding && (
                  <Empty
                    title={words.emptyTitle}
                    text={words.empty}
                    example={
                      <EmptyExample>
                        <Text>{words.example}</Text>
                      </EmptyExample>
                    }
                  />
                )
              ) : (
                <>
                  {assumptions.map((assumption) => (
                    <AssumptionCard key={assumption.id} plan={plan} assumption={assumption} mayEdit={mayEdit} />
                  ))}
                </>
              )
            }
          </Loaded>
        </Stack>
      </Section>
      <CalibrationTable plan={plan} />
      <ExpectedResults plan={plan} open={open} />
    </Stack>
  );
}
