import { Table, Text } from '@mantine/core';
import { answer, client, type components, useRead } from '../api';
import { Figure, formatNumber, formatPercent, Loaded } from '../shared';
import { t } from '../texts';
import { Section } from './Section';

const words = t.foresight.assumptions;

type Line = components['schemas']['CalibrationLine'];

/** How good the guesses have been, together and person by person. */
export function CalibrationTable({ plan }: { plan: string }) {
  const read = useRead(['calibration', plan], () => answer(client.GET('/api/v1/plans/{plan}/calibration', { params: { path: { plan } } })));
  return (
    <Section title={words.calibration}>
      <Loaded read={read}>
        {(calibration) =>
          calibration.all.tested + calibration.all.numbers === 0 ? (
            <Text c="dimmed">{words.calibrationNone}</Text>
          ) : (
            <>
              <Table.ScrollContainer minWidth={560}>
                <Table verticalSpacing="sm">
                  <Table.Thead>
                    <Table.Tr>
                      <Table.Th>{words.people}</Table.Th>
                      <Table.Th ta="right">{words.tested}</Table.Th>
                      <Table.Th ta="right">{words.brier}</Table.Th>
                      <Table.Th ta="right">{words.hits}</Table.Th>
                      <Table.Th ta="right">{words.mape}</Table.Th>
                      <Table.Th>{words.inWords}</Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody>
                    <Row line={calibration.all} name={words.everybody} />
                    {calibration.people.map((line) => (
                      <Row key={line.member} line={line} name={line.name ?? ''} />
                    ))}
                  </Table.Tbody>
                </Table>
              </Table.ScrollContainer>
              <Text size="sm" c="dimmed">
                {words.brierHint(formatNumber(calibration.coin, 2))}. {calibration.leftOut > 0 && words.leftOut(calibration.leftOut)}
              </Text>
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

function Row({ line, name }: { line: Line; name: string }) {
  return (
    <Table.Tr>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right" className="figures">
        {formatNumber(line.tested)}
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.brier} format={(value) => formatNumber(value, 3)} />
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.hitRate} format={(value) => formatPercent(value, 0)} n={line.tested} />
      </Table.Td>
      <Table.Td ta="right">
        <Figure value={line.mape} format={(value) => formatPercent(value, 0)} n={line.numbers} />
      </Table.Td>
      <Table.Td>{line.words}</Table.Td>
    </Table.Tr>
  );
}
