import { Alert, Anchor, List, Stack, Text } from '@mantine/core';
import { IconCompass } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Moment, useBrand } from '../shared';
import { t } from '../texts';
import { useMissionWatch } from './useCandidates';
import { useThemes } from './useChannels';

const words = t.missionWatch;

/** Where a channel slips, its mission is shown, with what deviates and times to make up for it. */
export function MissionWatchPart({ plan, channel }: { plan: string; channel?: string }) {
  const brand = useBrand();
  const read = useMissionWatch(plan);
  const themes = useThemes(plan).data ?? [];
  const slipping = (read.data ?? []).filter((each) => each.reasons.length > 0 && (channel === undefined || each.channel === channel));
  if (slipping.length === 0) return null;
  return (
    <Stack gap="sm" mb="md">
      {slipping.map((each) => {
        const next = themes.find((theme) => theme.id === each.mix.next);
        return (
          <Alert key={each.channel} color="yellow" variant="light" icon={<IconCompass aria-hidden />} title={`${words.title}: ${each.networkLabel}`}>
            <Stack gap={6}>
              <Text fs="italic">{each.mission}</Text>
              {each.reasons.map((reason) => (
                <Text key={reason}>{reason}</Text>
              ))}
              {each.openings.length > 0 && (
                <Text size="sm">
                  {words.openings}: {each.openings.slice(0, 3).map(sayLocal).join('; ')}
                  {next ? `. ${words.next}: ${next.name}` : ''}
                </Text>
              )}
              {each.deviating.length > 0 && (
                <details>
                  <summary>{words.deviating}</summary>
                  <List size="sm" mt={4}>
                    {each.deviating.slice(0, 5).map((post) => (
                      <List.Item key={post.post + post.at}>
                        <Anchor underline="always" renderRoot={(props) => <Link to="/calendar/$post" params={{ post: post.post }} {...props} />}>
                          {post.title}
                        </Anchor>
                        , <Moment at={post.at} zone={brand.zone} />
                      </List.Item>
                    ))}
                  </List>
                </details>
              )}
            </Stack>
          </Alert>
        );
      })}
    </Stack>
  );
}

/** A local time of the brand, as people say it. */
const sayLocal = (local: string) =>
  new Intl.DateTimeFormat(navigator.language || 'en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'UTC' }).format(new Date(`${local.slice(0, 19)}Z`));
