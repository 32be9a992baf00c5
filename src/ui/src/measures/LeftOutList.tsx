import { ScrollArea, Table, Text, Title } from '@mantine/core';
import type { components } from '../api';
import { t } from '../texts';

const words = t.imports;

interface Props {
  rows: components['schemas']['LeftOut'][];
  count: number;
}

/** Every row and cell that brings nothing, with the reason. */
export function LeftOutList({ rows, count }: Props) {
  return (
    <section>
      <Title order={2} mb="xs">
        {words.left(count)}
      </Title>
      {count === 0 && <Text c="dimmed">{words.leftNone}</Text>}
      {count > 0 && (
        <ScrollArea.Autosize mah={320} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': words.left(count) }}>
          <Table stickyHeader miw={520}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.line}</Table.Th>
                <Table.Th>{words.cell}</Table.Th>
                <Table.Th>{words.reason}</Table.Th>
                <Table.Th>{words.content}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={`${row.line}/${row.column ?? ''}/${row.why}`}>
                  <Table.Td className="figures">{row.line}</Table.Td>
                  <Table.Td>{row.column ?? <Text span c="dimmed" size="sm">{words.wholeRow}</Text>}</Table.Td>
                  <Table.Td>{row.reason}</Table.Td>
                  <Table.Td style={{ overflowWrap: 'anywhere' }}>{row.text}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </ScrollArea.Autosize>
      )}
      {count > rows.length && <Text size="sm" c="dimmed" mt="xs">{words.leftMore(count - rows.length)}</Text>}
    </section>
  );
}
