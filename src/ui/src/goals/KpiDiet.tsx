import { Alert, Anchor, Button, Group, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { Section } from './Section';

const words = t.foresight.rules;

type Diet = components['schemas']['KpiDietView'];

/** Whether a plan measures no more than it can use: the longest lists, the unused numbers, the goals nobody could judge. */
export function KpiDiet({ plan, open }: { plan: string; open: boolean }) {
  const read = useRead(['diet', plan], () => answer(client.GET('/api/v1/plans/{plan}/kpi-diet', { params: { path: { plan } } })));
  return (
    <Section title={words.diet}>
      <Loaded read={read}>
        {(diet) => (
          <Stack gap="md">
            <Length plan={plan} />
            {diet.warnings.length === 0 ? (
              <StatusMark tone="good" icon={IconCircleCheck}>
                {words.dietGood}
              </StatusMark>
            ) : (
              diet.warnings.map((warning) => (
                <Alert key={warning} color="yellow" p="sm" icon={<IconAlertTriangle aria-hidden />}>
                  {warning}
                </Alert>
              ))
            )}
            <Lists diet={diet} />
            <Unused plan={plan} unused={diet.unused} open={open} />
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function Length({ plan }: { plan: string }) {
  const read = useRead(['plan-summary', plan], () => answer(client.GET('/api/v1/plans/{plan}/summary', { params: { path: { plan } } })));
  if (!read.data) return null;
  const { pages, meter } = read.data;
  return (
    <Group gap="sm">
      <Text>{words.length}</Text>
      <Progress value={Math.min(100, pages * 100)} w={160} color={pages > 1 ? 'orange' : 'teal'} aria-label={meter} />
      <Text size="sm" c="dimmed">
        {meter}
      </Text>
    </Group>
  );
}

function Lists({ diet }: { diet: Diet }) {
  return (
    <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
      <List title={words.longest}>
        {diet.byGoal.map((goal) => (
          <li key={goal.goal}>
            <GoalLink goal={goal.goal} title={goal.title} />
            <Text size="sm" c="dimmed">
              {goal.kpis.length}: {goal.kpis.join(', ')}
            </Text>
          </li>
        ))}
      </List>
      {diet.byChannel.length > 0 && (
        <List title={words.byChannel}>
          {diet.byChannel.map((channel) => (
            <li key={channel.channel}>
              <Text>{channel.channel}</Text>
              <Text size="sm" c="dimmed">
                {channel.kpis.length}: {channel.kpis.join(', ')}
              </Text>
            </li>
          ))}
        </List>
      )}
      {diet.illDefined.length > 0 && (
        <List title={words.vague}>
          {diet.illDefined.map((goal) => (
            <li key={goal.goal}>
              <GoalLink goal={goal.goal} title={goal.title} />
              <Text size="sm" c="dimmed">
                {t.foresight.specificity(goal.specificity.named, goal.specificity.parts)}; {t.foresight.lacks(goal.specificity.missing.join(', '))}
              </Text>
            </li>
          ))}
        </List>
      )}
    </SimpleGrid>
  );
}

function List({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <Text fw={600}>{title}</Text>
      <Stack component="ul" gap={6} style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {children}
      </Stack>
    </div>
  );
}

function GoalLink({ goal, title }: { goal: string; title: string }) {
  return (
    <Anchor style={{ overflowWrap: 'anywhere' }} c="inherit" underline="hover" renderRoot={(props) => <Link to="/goals" search={{ goal } as never} {...props} />}>
      {title}
    </Anchor>
  );
}

function Unused({ plan, unused, open }: { plan: string; unused: Diet['unused']; open: boolean }) {
  const mayEdit = useMay('editPlan') && open;
  const stop = useCommand(({ metric, stop }: { metric: string; stop: boolean }) => answer(client.POST('/api/v1/plans/{plan}/kpi-diet/stop', { params: { path: { plan } }, body: { metric, stop } })), {
    invalidate: [['diet', plan], ['grid']],
    done: ({ stop }) => (stop ? words.stoppedDone : words.again),
  });
  if (unused.length === 0) return null;
  return (
    <div>
      <Text fw={600}>{words.unused}</Text>
      <Stack gap={0} mt="xs" maw={640}>
        {unused.map((metric) => (
          <Group key={metric.metric} gap="sm" py={6} style={{ borderTop: '1px solid var(--bw-line)' }}>
            <Text style={{ flex: '1 1 180px' }}>{words.unusedLine(metric.name, metric.numbers)}</Text>
            {metric.stopped && (
              <Text size="sm" c="dimmed">
                {words.stopped}
              </Text>
            )}
            {mayEdit && (
              <Button size="compact-xs" variant="default" aria-label={`${metric.stopped ? words.again : words.stop}: ${metric.name}`} onClick={() => stop.mutate({ metric: metric.metric, stop: !metric.stopped })}>
                {metric.stopped ? words.again : words.stop}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
    </div>
  );
}
