import { Alert, Button, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { Loaded } from '../shared';
import { t } from '../texts';
import type { Plan } from './plan';
import { PlanFrame } from './PlanFrame';

const words = t.plans.summary;

export default function SummaryPage() {
  return (
    <PlanFrame
      purpose={words.purpose}
      action={() => (
        <Button variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      )}
    >
      {(plan) => <Summary plan={plan} />}
    </PlanFrame>
  );
}

function Summary({ plan }: { plan: Plan }) {
  const read = useRead(['plan-summary', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/summary', { params: { path: { plan: plan.id } } })));
  return (
    <Loaded read={read}>
      {(summary) => (
        <Stack maw={760} gap="md">
          <Group gap="sm">
            <Text size="sm">{summary.meter}</Text>
            <Progress value={Math.min(100, summary.pages * 100)} w={160} color={summary.pages > 1 ? 'orange' : 'teal'} aria-label={summary.meter} />
          </Group>
          {summary.warnings.map((warning) => (
            <Alert key={warning} color="yellow" variant="light">
              {warning}
            </Alert>
          ))}
          {summary.parts.map((part) => (
            <section key={part.title} aria-label={part.title}>
              <Title order={2} size="h3" mb={6}>
                {part.title}
              </Title>
              {part.lines.length === 0 && <Text c="dimmed">{words.none}</Text>}
              {part.lines
                .filter((line) => line.details.length > 0)
                .map((line, place) => (
                  <div key={place} style={{ marginBottom: 10 }}>
                    <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                      {line.title}
                    </Text>
                    <List listStyleType="none">
                      {line.details.map((detail) => (
                        <List.Item key={detail}>{detail}</List.Item>
                      ))}
                    </List>
                  </div>
                ))}
              {/* What is only named needs no line of its own. */}
              <Text style={{ overflowWrap: 'anywhere' }}>
                {part.lines
                  .filter((line) => line.details.length === 0)
                  .map((line) => line.title)
                  .join(' · ')}
              </Text>
            </section>
          ))}
        </Stack>
      )}
    </Loaded>
  );
}
