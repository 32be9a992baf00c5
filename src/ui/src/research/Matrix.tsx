import { Button, Stack, Table, Text } from '@mantine/core';
import { IconAlertTriangle, IconBroadcast, IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client } from '../api';
import { formatPercent, Loaded, NoData, StatusMark, useMay } from '../shared';
import stacked from '../shared/tables/Stacked.module.css';
import { t } from '../texts';
import { evidenceOf, evidenceValues, numberOrNull, optionsOf, researchKeys, type Schemas, today } from './sheet';
import { SheetModal } from './SheetModal';
import { useMatrix } from './useResearch';

const words = t.research.audiences;

/** Networks by audiences: shares with the age of their evidence, and what there is to decide. */
export function Matrix({ plan }: { plan: string }) {
  const may = useMay('editPlan');
  const read = useMatrix(plan);
  const [recording, setRecording] = useState<Schemas['AudienceView'] | null>(null);
  return (
    <Loaded read={read}>
      {(matrix) => (
        <Stack gap="sm">
          {matrix.networks.length === 0 ? (
            <Text c="dimmed">{words.noMatrix}</Text>
          ) : (
            <div className={stacked.wide} tabIndex={0} role="group" aria-label={words.matrix}>
              <Table aria-label={words.matrix} className={stacked.stacked} role="table">
                <Table.Thead role="rowgroup">
                  <Table.Tr role="row">
                    <Table.Th role="columnheader">{words.network}</Table.Th>
                    {matrix.audiences.map((audience) => (
                      <Table.Th key={audience.id} role="columnheader">
                        {audience.sheet.name}
                      </Table.Th>
                    ))}
                    <Table.Th role="columnheader">{words.decide}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody role="rowgroup">
                  {matrix.networks.map((network) => (
                    <Table.Tr key={network.network} role="row">
                      <Table.Th scope="row" role="rowheader">
                        {network.name}{' '}
                        {network.channel && (
                          <StatusMark tone="info" icon={IconBroadcast}>
                            {words.runs}
                          </StatusMark>
                        )}
                      </Table.Th>
                      {matrix.audiences.map((audience) => (
                        <Table.Td key={audience.id} role="cell" data-label={audience.sheet.name}>
                          <div>
                            <Use use={matrix.uses.find((use) => use.audience === audience.id && use.network === network.network)} />
                          </div>
                        </Table.Td>
                      ))}
                      <Table.Td role="cell" data-label={words.decide} data-empty={network.question ? undefined : true}>
                        {network.question && (
                          <StatusMark tone="warn" icon={IconAlertTriangle}>
                            {network.question}
                          </StatusMark>
                        )}
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </div>
          )}
          {may &&
            matrix.audiences.map((audience) => (
              <Button key={audience.id} variant="default" h="auto" mih={36} py={6} style={{ alignSelf: 'flex-start', maxWidth: '100%' }} styles={{ label: { whiteSpace: 'normal', textAlign: 'left' } }} onClick={() => setRecording(audience)}>
                {words.recordFor(audience.sheet.name)}
              </Button>
            ))}
          {recording && <UseForm plan={plan} audience={recording} onClose={() => setRecording(null)} />}
        </Stack>
      )}
    </Loaded>
  );
}

function Use({ use }: { use?: Schemas['NetworkUseView'] }) {
  if (!use) return <NoData />;
  return (
    <>
      <span className="figures">{formatPercent(use.sheet.share / 100)}</span>
      <Text size="sm" c="dimmed" component="div">
        {use.sheet.source.name}, {t.research.months(use.ageInMonths)}
      </Text>
      {use.stale && (
        <StatusMark tone="warn" icon={IconClockExclamation}>
          {t.research.stale}
        </StatusMark>
      )}
    </>
  );
}

function UseForm({ plan, audience, onClose }: { plan: string; audience: Schemas['AudienceView']; onClose: () => void }) {
  const finding = t.research.findings;
  return (
    <SheetModal
      title={words.recordFor(audience.sheet.name)}
      fields={[
        { key: 'network', kind: 'network', label: words.network, required: true },
        { key: 'share', kind: 'number', label: words.share, required: true },
        { key: 'sourceName', kind: 'text', label: finding.sourceName, required: true },
        { key: 'sourceKind', kind: 'select', label: finding.sourceKind, options: optionsOf(finding.sourceKinds).filter(({ value }) => value !== 'interview' && value !== 'survey'), required: true },
        { key: 'sourceOn', kind: 'date', label: finding.sourceOn, required: true },
        { key: 'sourceLink', kind: 'text', label: finding.sourceLink },
        { key: 'sample', kind: 'number', label: finding.sample },
      ]}
      initial={{ network: '', share: '', ...evidenceValues(null, today()) }}
      verb={words.record}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) =>
        answer(
          client.PUT('/api/v1/audiences/{audience}/networks/{network}', {
            params: { path: { audience: audience.id, network: (values.network as string).trim() || '-' } },
            body: { sheet: { share: numberOrNull(values.share) ?? -1, source: evidenceOf(values) ?? { kind: 'web', name: '', on: values.sourceOn as string } } },
          }),
        )
      }
    />
  );
}
