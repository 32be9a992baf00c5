import { Group, Stack, Text, Title } from '@mantine/core';
import { IconRulerOff } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { StatusBadge, StatusMark } from '../shared';
import { t } from '../texts';

const words = t.measures.gauges;

/** Channels, campaigns and other activities by the goals they serve; what serves none is not gauged. */
export function Gauges({ plan }: { plan: string }) {
  const { data } = useRead(['measures', plan, 'gauges'], () => answer(client.GET('/api/v1/plans/{plan}/gauges', { params: { path: { plan } } })));
  if (!data || data.length === 0) return null;
  return (
    <section aria-labelledby="gauges">
      <Title order={2} id="gauges" mb="sm">
        {words.title}
      </Title>
      <Stack gap={6}>
        {data.map((gauge) => (
          <Group key={gauge.subject} gap="sm">
            {gauge.status ? (
              <StatusBadge status={gauge.status} />
            ) : (
              <StatusMark tone="calm" icon={IconRulerOff}>
                {words.notGauged}
              </StatusMark>
            )}
            <Text>{gauge.title}</Text>
            {!gauge.status && (
              <Text size="sm" c="dimmed">
                {words.why}
              </Text>
            )}
          </Group>
        ))}
      </Stack>
    </section>
  );
}
