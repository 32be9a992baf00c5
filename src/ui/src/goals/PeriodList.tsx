import { Table } from '@mantine/core';
import { Day, formatNumber, NoData } from '../shared';
import { t } from '../texts';
import type { GoalDetail } from './goal';
import { Section } from './Section';

const words = t.goals.period;

/** How the last weeks came out, for goals that count or judge posts. */
export function PeriodList({ periods }: { periods: GoalDetail['periods'] }) {
  if (periods.length === 0) return null;
  return (
    <Section title={t.goals.detail.periods}>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.week}</Table.Th>
            <Table.Th ta="right">{words.done}</Table.Th>
            <Table.Th ta="right">{words.passed}</Table.Th>
            <Table.Th>{words.verdict}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {periods.map((period) => (
            <Table.Tr key={period.from}>
              <Table.Td>
                <Day date={period.from} />
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {period.done === null ? <NoData /> : words.of(formatNumber(period.done), period.planned === null ? '–' : formatNumber(period.planned))}
              </Table.Td>
              <Table.Td ta="right" className="figures">
                {period.passed === null || period.judged === null ? <NoData /> : words.of(formatNumber(period.passed), formatNumber(period.judged))}
              </Table.Td>
              <Table.Td>{period.words}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
