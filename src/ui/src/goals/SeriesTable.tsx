import { Table } from '@mantine/core';
import { Day, Figure, useBrand } from '../shared';
import { t } from '../texts';
import { metricFormat, type Target } from './goal';
import { fanDots } from './fan';

const words = t.goals.target;

/** The same data as the chart, newest first. */
export function SeriesTable({ target }: { target: Target }) {
  const { currency } = useBrand();
  const format = metricFormat(target.metric, currency);
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{words.day}</Table.Th>
          <Table.Th ta="right">{words.expected}</Table.Th>
          <Table.Th ta="right">{words.actual}</Table.Th>
          {target.fan.length > 0 && <Table.Th ta="right">{t.foresight.fan.table}</Table.Th>}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {fanDots(target)
          .reverse()
          .map((dot) => (
            <Table.Tr key={dot.day}>
              <Table.Td>
                <Day date={dot.day} />
              </Table.Td>
              <Table.Td ta="right">
                <Figure value={dot.expected} format={format} />
              </Table.Td>
              <Table.Td ta="right">
                <Figure value={dot.actual} format={format} />
              </Table.Td>
              {target.fan.length > 0 && (
                <Table.Td ta="right" className="figures">
                  {dot.outer && dot.actual === null ? t.foresight.fan.range(format(dot.outer[0]), format(dot.outer[1])) : ''}
                </Table.Td>
              )}
            </Table.Tr>
          ))}
      </Table.Tbody>
    </Table>
  );
}
