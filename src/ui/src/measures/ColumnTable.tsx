import { Select, Stack, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { Day, Sparkline } from '../shared';
import { metricChoices } from '../shared/forms/metricChoices';
import { t } from '../texts';
import classes from './ColumnTable.module.css';
import { DefineMetric } from './DefineMetric';
import { chosenNow, type ColumnChoice, type ColumnReport, type ImportMapping, type MeasureSubject, shownColumns, withColumn } from './importing';
import { useMetrics } from './useMetrics';

const words = t.imports;
const define = '+';

interface Props {
  columns: ColumnReport[];
  mapping: ImportMapping;
  subjects: MeasureSubject[];
  onChange: (mapping: ImportMapping) => void;
}

function Together({ column }: { column: ColumnReport }) {
  const { find, say } = useMetrics();
  const { choice, together, latest } = column;
  if (!together) return null;
  const said = (value: number) => say(choice.metric, value);
  const metric = find(choice.metric);
  if (together.value === null) return <span>{together.low !== null && together.high !== null ? words.between(said(together.low), said(together.high)) : together.why}</span>;
  if (metric?.aggregation === 'sum') return <span>{words.sum(said(together.value))}</span>;
  return <span>{metric?.aggregation === 'last' ? words.latest(said(latest ?? together.value)) : words.weighted(said(together.value))}</span>;
}

function Brings({ column }: { column: ColumnReport }) {
  const { say } = useMetrics();
  const { choice, first, last, periods, missingPeriods, statedTotal } = column;
  if (!first || !last) return <Text size="sm" c="dimmed">{choice.why}</Text>;
  return (
    <Stack gap={0}>
      <Text size="sm" className="figures">
        <Together column={column} />
      </Text>
      <Text size="xs" c="dimmed">
        {periods} × <Day date={first} />
        {periods > 1 && (
          <>
            {' – '}
            <Day date={last} />
          </>
        )}
        {missingPeriods > 0 && `. ${words.missing(missingPeriods)}`}
      </Text>
      {statedTotal !== null && <Text size="xs" c="dimmed">{words.stated(say(choice.metric, statedTotal))}</Text>}
      {choice.why && <Text size="xs" c="dimmed">{choice.why}</Text>}
    </Stack>
  );
}

/** Which column becomes which metric, and what it brings. */
export function ColumnTable({ columns, mapping, subjects, onChange }: Props) {
  const { metrics } = useMetrics();
  const [defining, setDefining] = useState<ColumnChoice | null>(null);
  const shown = shownColumns(columns).map((column) => ({ ...column, choice: chosenNow(mapping, column.choice) }));
  const choose = (column: ColumnChoice, value: string | null) => (value === define ? setDefining(column) : onChange(withColumn(mapping, column, { metric: value })));
  return (
    <Stack gap="xs">
      <Table className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.column}</Table.Th>
            <Table.Th>{words.metric}</Table.Th>
            <Table.Th>{words.brings}</Table.Th>
            <Table.Th>{words.way2}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {shown.map(({ choice, ...rest }) => (
            <Table.Tr key={`${choice.table}/${choice.place}`}>
              <Table.Th scope="row">{choice.column}</Table.Th>
              <Table.Td>
                <Select
                  size="sm"
                  aria-label={`${words.metric}: ${choice.column}`}
                  placeholder={words.notTaken}
                  value={choice.metric}
                  onChange={(value) => choose(choice, value)}
                  data={[{ value: define, label: words.define(choice.column) }, ...metricChoices(metrics, choice.metric ? [choice.metric] : [])]}
                  searchable
                  nothingFoundMessage={t.metrics.nothing}
                  maxDropdownHeight={320}
                  clearable
                />
                {choice.metric && (
                  <Select
                    size="sm"
                    mt={4}
                    aria-label={`${words.account}: ${choice.column}`}
                    placeholder={words.asAbove}
                    value={choice.subject}
                    onChange={(subject) => onChange(withColumn(mapping, choice, { subject }))}
                    data={subjects.map(({ id, name }) => ({ value: id, label: name }))}
                    clearable
                  />
                )}
              </Table.Td>
              <Table.Td>
                <Brings column={{ choice, ...rest }} />
              </Table.Td>
              <Table.Td>{rest.points.length > 1 && <Sparkline values={rest.points} label={choice.column} />}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {columns.length > shown.length && <Text size="sm" c="dimmed">{words.without(columns.length - shown.length)}</Text>}
      {defining && (
        <DefineMetric
          column={defining.column}
          onClose={() => setDefining(null)}
          onDefined={(metric) => {
            onChange(withColumn(mapping, defining, { metric }));
            setDefining(null);
          }}
        />
      )}
    </Stack>
  );
}
