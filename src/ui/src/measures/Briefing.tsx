import { Anchor, Button, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Loaded, StatusMark } from '../shared';
import { t } from '../texts';
import { useBriefing, useHealth } from './measure';
import { ReadAloud } from './ReadAloud';

const words = t.measures.briefing;
const looks = {
  alert: { tone: 'bad', icon: IconAlertTriangle },
  note: { tone: 'calm', icon: IconInfoCircle },
  good: { tone: 'good', icon: IconCircleCheck },
} as const;

/** What the numbers say in plain sentences: the plan's health, then one line a KPI, what needs care first. */
export function Briefing({ plan }: { plan: string }) {
  const read = useBriefing(plan);
  return (
    <section aria-label={words.title}>
      <Loaded read={read}>
        {(briefing) => (
          <Stack gap="sm">
            <Group justify="space-between" align="flex-start">
              <Title order={2} style={{ flex: 1, minWidth: 240 }}>
                {briefing.headline}
              </Title>
              <ReadAloud sentences={[briefing.headline, ...briefing.lines.map((line) => line.text)]} />
            </Group>
            {briefing.lines.length === 0 ? (
              <Group>
                <Text c="dimmed">{words.nothing}</Text>
                <Button variant="default" size="compact-sm" renderRoot={(props) => <Link to="/goals" {...props} />}>
                  {words.toGoals}
                </Button>
              </Group>
            ) : (
              <List listStyleType="none" spacing="xs">
                {briefing.lines.map((line) => (
                  <List.Item key={line.text}>
                    <Group gap="sm" wrap="nowrap" align="flex-start">
                      <span style={{ width: 116, flexShrink: 0 }}>
                        <StatusMark tone={looks[line.tone].tone} icon={looks[line.tone].icon}>
                          {words.tones[line.tone]}
                        </StatusMark>
                      </span>
                      <Text component="span">
                        {line.goal ? (
                          <Anchor c="inherit" underline="hover" renderRoot={(props) => <Link to="/goals" search={{ goal: line.goal } as never} {...props} />}>
                            {line.text}
                          </Anchor>
                        ) : (
                          line.text
                        )}
                      </Text>
                    </Group>
                  </List.Item>
                ))}
              </List>
            )}
            <Extremes plan={plan} />
          </Stack>
        )}
      </Loaded>
    </section>
  );
}

/** The three worst and the three best KPIs. */
function Extremes({ plan }: { plan: string }) {
  const { data } = useHealth(plan);
  if (!data || data.worst.length + data.best.length === 0) return null;
  return (
    <Group grow align="flex-start" gap="xl" mt="sm" preventGrowOverflow={false}>
      {(['worst', 'best'] as const).map((end) => (
        <div key={end} style={{ minWidth: 240 }}>
          <Text fw={600}>{words[end]}</Text>
          {data[end].length === 0 && <Text c="dimmed">{words.none}</Text>}
          <ol style={{ margin: 0, paddingLeft: 20 }}>
            {data[end].map((kpi) => (
              <li key={kpi.target}>
                {kpi.metric} <Text component="span" size="sm" c="dimmed">{kpi.goalTitle}</Text>
              </li>
            ))}
          </ol>
        </div>
      ))}
    </Group>
  );
}
