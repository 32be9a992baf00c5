import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { Loaded, useBrand } from '../shared';
import { CadenceAdvice } from '../shared/cadence/CadenceAdvice';
import { howOften } from '../shared/cadence/howOften';
import { t } from '../texts';
import type { Channel } from './useChannels';

const words = t.cadenceAdvice;
const rhythm = t.calendar.rhythm;

/** How often the channel posts, how this week stands against it, and what the own numbers advise. */
export function CadencePart({ channel }: { channel: Channel }) {
  if (!channel.account) return <Text c="dimmed">{words.noAccount}</Text>;
  return <Rhythm account={channel.account} />;
}

function Rhythm({ account }: { account: string }) {
  const brand = useBrand();
  const cadences = useRead(['calendar', 'cadences', brand.id], () => answer(client.GET('/api/v1/cadences', { params: { query: { brand: brand.id } } })));
  return (
    <Loaded read={cadences}>
      {(rows) => {
        const cadence = rows.find((row) => row.account === account);
        return (
          cadence && (
            <Stack gap="md">
              <Group gap="6px 24px">
                {(['day', 'week'] as const).map((span) => (
                  <Text key={span} className="figures">
                    {span === 'day' ? rhythm.perDay : rhythm.perWeek}: {howOften(cadence[span])}
                  </Text>
                ))}
                <Anchor renderRoot={(props) => <Link to="/calendar/rhythm" search={{ account } as never} {...props} />}>{words.change}</Anchor>
              </Group>
              <ThisWeek account={account} />
              <CadenceAdvice cadence={cadence} />
            </Stack>
          )
        );
      }}
    </Loaded>
  );
}

/** "1 of 3 planned: 2 are missing." */
function ThisWeek({ account }: { account: string }) {
  const brand = useBrand();
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: brand.zone });
  const query = { brand: brand.id, from: today, to: today };
  const read = useRead(['calendar', 'gaps', query], () => answer(client.GET('/api/v1/calendar/gaps', { params: { query } })));
  const gap = read.data?.find((each) => each.account === account);
  const week = gap?.weeks[0];
  if (!gap || !week) return null;
  const missing = Math.max(0, (gap.wanted ?? 0) - week.planned);
  return (
    <Text className="figures" c={missing > 0 ? 'var(--bw-warn)' : undefined}>
      {gap.wanted == null ? words.weekFree(week.planned) : words.week(week.planned, gap.wanted, missing)}
    </Text>
  );
}
