import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { Day } from '../shared';
import { t } from '../texts';
import type { Campaign } from './useCampaigns';

const words = t.campaigns;

/** What is done for the campaign, what is open first. */
export function CampaignWork({ campaign }: { campaign: Campaign }) {
  const read = useRead(['work', campaign.plan, 'outline', undefined], () => answer(client.GET('/api/v1/plans/{plan}/work', { params: { path: { plan: campaign.plan }, query: {} } })));
  const rows = (read.data?.rows ?? []).filter((row) => row.campaign === campaign.id && row.kind !== 'step').sort((a, b) => Number(a.state === 'done') - Number(b.state === 'done'));
  if (!read.data) return null;
  if (rows.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {words.noWork}
      </Text>
    );
  return (
    <Stack gap="xs">
      {rows.map((row) => (
        <Group key={row.id} gap="sm" justify="space-between" wrap="nowrap">
          <Anchor size="sm" truncate renderRoot={(props) => <Link to="/actions" search={{ work: row.id } as never} {...props} />}>
            {row.title}
          </Anchor>
          <Text size="xs" c="dimmed" style={{ flex: 'none' }}>
            {t.actionItems.states[row.state]}
            {row.due && row.state !== 'done' && (
              <>
                {' · '}
                <Day date={row.due} />
              </>
            )}
          </Text>
        </Group>
      ))}
    </Stack>
  );
}
