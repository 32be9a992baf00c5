import { Stack, Text } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { formatDate } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { type Campaign, useChannels, useGoals } from './useCampaigns';

const words = t.campaigns.overlaps;

/** Campaigns that overlay: on the same days, for the same goals or on the same channels. */
export function Overlaps({ plan, campaigns }: { plan: string; campaigns: Campaign[] }) {
  const read = useRead(['campaigns', plan, 'overlaps'], () => answer(client.GET('/api/v1/plans/{plan}/campaign-overlaps', { params: { path: { plan } } })));
  const goals = useGoals(plan);
  const channels = useChannels(plan);
  const nameOf = (id: string) => campaigns.find((campaign) => campaign.id === id)?.name ?? id;
  if (!read.data || read.data.length === 0) return null;
  return (
    <Section title={words.title}>
      <Stack gap="xs">
        <Text size="sm" c="dimmed" maw={720}>
          {words.text}
        </Text>
        {read.data.map((overlap) => (
          <div key={overlap.one + overlap.other}>
            <Text>{words.pair(nameOf(overlap.one), nameOf(overlap.other))}</Text>
            <Text size="sm" c="dimmed">
              {[
                words.days(overlap.days, formatDate(overlap.from), formatDate(overlap.until)),
                overlap.goals.length > 0 && words.goals(goals.filter((goal) => overlap.goals.includes(goal.id)).map((goal) => goal.title).join(', ')),
                overlap.channels.length > 0 && words.channels(channels.filter((channel) => overlap.channels.includes(channel.value)).map((channel) => channel.label).join(', ')),
              ]
                .filter(Boolean)
                .join(' · ')}
            </Text>
          </div>
        ))}
      </Stack>
    </Section>
  );
}
