import { Stack, Table, Text } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { Day, Difference, Figure, Loaded, Sparkline, StatusBadge, useBrand } from '../shared';
import { t } from '../texts';
import { metricFormat } from './measure';

const words = t.measures.actual;

/** One KPI number by number: expected then, actual, how it was judged by the rules of its day. */
export function TargetHistory({ target }: { target: string }) {
  const { currency } = useBrand();
  const read = useRead(['measures', 'history', target], () => answer(client.GET('/api/v1/kpi-targets/{target}/history', { params: { path: { target } } })));
  return (
    <Loaded read={read}>
      {(history) => {
        const format = metricFormat(history.metric, currency);
        if (history.points.length === 0) return <Text c="dimmed">{words.noHistory}</Text>;
        return (
          <Stack gap="sm">
            <Text>{words.history(history.metric.name)}</Text>
            <Sparkline values={history.points.map((point) => point.actual)} label={history.metric.name} width={320} height={64} format={format} />
            <Table>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{words.day}</Table.Th>
                  <Table.Th ta="right">{words.planned}</Table.Th>
                  <Table.Th ta="right">{words.actual}</Table.Th>
                  <Table.Th ta="right">{words.variance}</Table.Th>
                  <Table.Th>{words.status}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {[...history.points].reverse().map((point) => (
                  <Table.Tr key={`${point.start}-${point.length}`}>
                    <Table.Td>
                      <Day date={point.start} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Figure value={point.expected} format={format} reason={words.noPlan} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Figure value={point.actual} format={format} />
                    </Table.Td>
                    <Table.Td ta="right">
                      <Difference value={point.variance?.difference} format={format} />
                    </Table.Td>
                    <Table.Td>
                      <StatusBadge status={point.status} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Stack>
        );
      }}
    </Loaded>
  );
}
