import { Table, Text } from '@mantine/core';
import type { components } from '../api';
import { Difference, Figure, formatPercent, useBrand } from '../shared';
import { metricFormat } from '../shared/numbers/metricFormat';
import { t } from '../texts';

const words = t.campaigns;
type FigureOf = components['schemas']['CampaignFigure'];

/** The numbers it is judged by, against their targets; what is missing has its reason. `running`: there is still time to reach them. */
export function Figures({ figures, running }: { figures: FigureOf[]; running: boolean }) {
  const { currency } = useBrand();
  if (figures.length === 0) return <Text c="dimmed">{words.noKpis}</Text>;
  return (
    <Table verticalSpacing={6} horizontalSpacing={4}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.kpi}</Table.Th>
          <Table.Th ta="right">{words.value}</Table.Th>
          <Table.Th ta="right">{words.target}</Table.Th>
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
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                <Figure value={figure.value} format={format} reason={figure.why === 'no data' ? words.notYet : (figure.why ?? undefined)} />
              </Table.Td>
              <Table.Td ta="right" style={{ whiteSpace: 'nowrap' }}>
                {figure.target !== null && <Figure value={figure.target} format={format} />}
                <Against figure={figure} format={format} running={running} />
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** While it runs, a count that grows is told as the share reached: calling it behind would judge it too early. */
function Against({ figure, format, running }: { figure: FigureOf; format: (value: number) => string; running: boolean }) {
  if (figure.difference === null || figure.value === null || !figure.target) return null;
  return (
    <Text size="xs" c="dimmed" component="div">
      {running && figure.adds && figure.direction === 'up' ? words.reached(formatPercent(figure.value / figure.target, 0)) : <Difference value={figure.difference} format={format} />}
    </Text>
  );
}
