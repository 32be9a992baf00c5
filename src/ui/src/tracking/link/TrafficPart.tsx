import { Alert, Stack, Table, Text } from '@mantine/core';
import { answer, client, type components, useRead } from '../../api';
import { formatDate, formatNumber, Loaded } from '../../shared';
import { t } from '../../texts';

const words = t.links.traffic;
const rules = t.links.rules;
const whole = (value: number) => formatNumber(value, 0);

/** A rule in words: who it is for. */
export function inWords(rule: components['schemas']['LinkRule'] | null | undefined): string {
  if (!rule) return words.everybody;
  return [
    rule.device && rules.devices[rule.device],
    rule.language && rules.speaks(rule.language),
    rule.from && rules.fromDay(formatDate(rule.from)),
    rule.until && rules.untilDay(formatDate(rule.until)),
  ]
    .filter((part) => part)
    .join(', ');
}

/** Clicks and how many of them were scans, and what was served to whom; what was served before a change stays as it was. */
export function TrafficPart({ link }: { link: string }) {
  const read = useRead(['link-traffic', link], () => answer(client.GET('/api/v1/links/{link}/traffic', { params: { path: { link } } })));
  return (
    <Loaded read={read}>
      {(traffic) => (
        <Stack gap="xs">
          {traffic.ended && <Alert variant="light" color="gray" title={words.ended} />}
          {traffic.scans > 0 && <Text>{words.ways(whole(traffic.clicks), whole(traffic.scans))}</Text>}
          {traffic.late > 0 && (
            <Text size="xs" c="dimmed">
              {words.late(whole(traffic.late))}
            </Text>
          )}
          {traffic.served.length > 1 && (
            <Table.ScrollContainer minWidth={280}>
              <Table aria-label={words.served}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{words.served}</Table.Th>
                    <Table.Th ta="right">{words.clicks}</Table.Th>
                    <Table.Th ta="right">{words.scans}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {traffic.served.map((one) => (
                    <Table.Tr key={one.number}>
                      <Table.Td>
                        <Text size="sm">{[inWords(one.rule), !one.now && words.before].filter((part) => part).join(' · ')}</Text>
                        <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                          {one.address.replace(/^https?:\/\//, '')}
                        </Text>
                      </Table.Td>
                      <Table.Td ta="right">{whole(one.clicks)}</Table.Td>
                      <Table.Td ta="right">{whole(one.scans)}</Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )}
        </Stack>
      )}
    </Loaded>
  );
}
