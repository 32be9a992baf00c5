import { Anchor, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import type { To } from '../menu';
import { Figure, formatPercent, Loaded, StatusMark } from '../shared';
import { t } from '../texts';
import { Card } from './Card';

const words = t.plans.trace;

/** Which share of everything that is done leads to a business goal, and the way to what does not. */
export function TraceCard({ plan }: { plan: string }) {
  const read = useRead(['alignment', plan], () => answer(client.GET('/api/v1/plans/{plan}/alignment', { params: { path: { plan } } })));
  return (
    <Card title={words.title}>
      <Loaded read={read}>
        {(alignment) => (
          <Stack gap="xs">
            <Group gap="sm" align="baseline">
              <Text size="xl" fw={600} component="span" className="figures">
                <Figure value={alignment.covered} format={(value) => formatPercent(value, 0)} reason={words.nothing} n={alignment.activities} />
              </Text>
              <Text c="dimmed">{alignment.activities === 0 ? words.nothing : words.of(alignment.activities)}</Text>
            </Group>
            {alignment.activities > 0 &&
              (alignment.orphanCount === 0 ? (
                <StatusMark tone="good" icon={IconCircleCheck}>
                  {words.none}
                </StatusMark>
              ) : (
                <Group gap="sm">
                  <StatusMark tone="warn" icon={IconAlertTriangle}>
                    {words.orphans(alignment.orphanCount)}
                  </StatusMark>
                  <Anchor renderRoot={(props) => <Link to={'/goals/alignment' as To} search={{ plan } as never} hash="orphans" {...props} />}>{words.open}</Anchor>
                </Group>
              ))}
          </Stack>
        )}
      </Loaded>
    </Card>
  );
}
