import { Table, Text } from '@mantine/core';
import type { components } from '../api';
import { Difference, Figure, useBrand } from '../shared';
import { metricFormat } from '../shared/numbers/metricFormat';
import { t } from '../texts';

const words = t.campaigns;

/** The numbers it is judged by, against their targets; what is missing has its reason. */
export function Figures({ figures }: { figures: components['schemas']['CampaignFigure'][] }) {
  const { currency } = useBrand();
  if (figures.length === 0) return <Text c="dimmed">{words.noKpis}</Text>;
  return (
    <Table verticalSpacing={6} horizontalSpacing={4} layout="fixed">
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="40%">{words.kpi}</Table.Th>
          <Table.Th ta="right">{words.value}</Table.Th>
          <Table.Th ta="right">{words.target}</Table.Th>
          <Table.Th ta="right">{words.difference}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {figures.map((figure) => {
          const format = metricFormat({ unit: figure.unit }, currency);
          return (
            <Table.Tr key={figure.metric}>
              <Table.Td>
                {figure.name}
                {figure.of && (
                  <Text size="xs" c="dimmed">
                    {figure.of}
                  </Text>
                )}
              </Table.Td>
              <Table.Td ta="right">
                <Figure value={figure.value} format={format} reason={figure.why === 'no data' ? words.notYet : (figure.why ?? undefined)} />
              </Table.Td>
              <Table.Td ta="right">{figure.target !== null && <Figure value={figure.target} format={format} />}</Table.Td>
              <Table.Td ta="right">{figure.difference !== null && <Difference value={figure.difference} format={format} />}</Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
