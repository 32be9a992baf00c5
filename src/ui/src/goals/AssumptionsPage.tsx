import { Button, Stack, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { Empty, EmptyExample, Loaded, Page, useMay, usePlan, WithPlan } from '../shared';
import { t } from '../texts';
import { AssumptionCard } from './AssumptionCard';
import { AssumptionForm } from './AssumptionForm';
import { CalibrationTable } from './CalibrationTable';
import { ExpectedResults } from './ExpectedResults';
import { goalTabs } from './goal';
import { Section } from './Section';

const words = t.foresight.assumptions;

export default function AssumptionsPage() {
  const { plan: chosen } = usePlan();
  const mayEdit = useMay('editPlan');
  const [adding, setAdding] = useState(false);
  return (
    <Page
      title={t.goals.title}
      purpose={words.purpose}
      help={t.goals.help}
      tabs={goalTabs}
      action={
        mayEdit &&
        chosen &&
        chosen.status !== 'closed' && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} disabled={adding} onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(plan) => <Body plan={plan.id} open={plan.status !== 'closed'} adding={adding} onDone={() => setAdding(false)} />}</WithPlan>
    </Page>
  );
}

interface Shown {
  plan: string;
  open: boolean;
  adding: boolean;
  onDone: () => void;
}

function Body({ plan, open, adding, onDone }: Shown) {
  const read = useRead(['assumptions', plan], () => answer(client.GET('/api/v1/assumptions', { params: { query: { plan } } })));
  const mayEdit = useMay('editPlan') && open;
  return (
    <Stack gap="xl">
      <Section title={t.foresight.tabs.assumptions}>
        <Stack gap="md">
          {adding && <AssumptionForm plan={plan} onDone={onDone} />}
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
