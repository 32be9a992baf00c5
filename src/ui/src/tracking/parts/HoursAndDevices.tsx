import { SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { answer, client, useRead } from '../../api';
import { formatDate, formatNumber, Loaded, useBrand, zoneName } from '../../shared';
import { t } from '../../texts';
import { Shares } from '../Shares';
import classes from './Hours.module.css';

const words = t.reports.times;
const whole = (value: number) => formatNumber(value, 0);
const clock = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** When people came and on what; and that nothing is known of where they are. */
export function HoursAndDevices({ from, until }: { from: string; until: string }) {
  const brand = useBrand();
  const go = useNavigate();
  const read = useRead(['tracking', brand.id, 'hours', from, until], () => answer(client.GET('/api/v1/brands/{brand}/tracking/hours', { params: { path: { brand: brand.id }, query: { from, until } } })), { keep: true });
  return (
    <Loaded read={read}>
      {(seen) => {
        const most = Math.max(1, ...seen.hours.map((hour) => hour.clicks + hour.siteVisits));
        return (
          <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl">
            <section>
              <Title order={2} mb="sm">
                {words.hours}
              </Title>
              <div className={classes.hours}>
                {seen.hours.map((hour) => (
                  <button
                    key={hour.hour}
                    type="button"
                    className={classes.hour}
                    title={words.hourLabel(clock(hour.hour), whole(hour.clicks), whole(hour.siteVisits))}
                    aria-label={t.reports.events.see(words.hourLabel(clock(hour.hour), whole(hour.clicks), whole(hour.siteVisits)))}
                    onClick={() => void go({ to: '/tracking/events' as never, search: { of: 'clicks', hour: String(hour.hour), from, until } as never })}
                  >
                    <span className={classes.bar} style={{ height: `${((hour.clicks + hour.siteVisits) / most) * 100}%` }} />
                  </button>
                ))}
              </div>
              <div className={classes.ends} aria-hidden>
                {[0, 6, 12, 18, 23].map((hour) => (
                  <span key={hour}>{clock(hour)}</span>
                ))}
              </div>
              <Text size="xs" c="dimmed">
                {words.zone(zoneName(brand.zone))}
              </Text>
            </section>
            <Stack gap="md">
              <section>
                <Title order={2} mb="sm">
                  {words.devices}
                </Title>
                {seen.devices.length === 0 ? (
                  <Text c="dimmed">{seen.hours.some((hour) => hour.clicks > 0) ? words.noDevices : t.tracking.noHits}</Text>
                ) : (
                  <Shares
                    label={words.devices}
                    heads={[words.device, t.funnel.clicks]}
                    rows={seen.devices.map(({ device, clicks }) => ({ key: device ?? 'unknown', name: t.reports.devices[device ?? 'unknown'] ?? '', value: clicks, see: { of: 'clicks', device: device ?? 'unknown', from: seen.devicesFrom, until } }))}
                  />
                )}
                {seen.devicesFrom !== seen.from && (
                  <Text size="xs" c="dimmed">
                    {words.devicesFrom(formatDate(seen.devicesFrom))}
                  </Text>
                )}
              </section>
              <section>
                <Title order={2} mb="xs">
                  {words.place}
                </Title>
                <Text c="dimmed">{words.placeText}</Text>
              </section>
            </Stack>
          </SimpleGrid>
        );
      }}
    </Loaded>
  );
}
