import { Alert, Button, Checkbox, FileButton, Group, Modal, Select, Stack, Table, Text, TextInput } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { base64, ProblemAlert, StatusMark, useBrand } from '../shared';
import { t } from '../texts';
import { rivalKeys } from './data';

const words = t.competitors.import;
type Report = components['schemas']['SnapshotImport'];

/** A file of figures: looked at first, every row that is not taken named with its reason, then taken. */
export function ImportFigures({ onClose }: { onClose: () => void }) {
  const brand = useBrand();
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState('');
  const [addMissing, setAddMissing] = useState(true);
  const [locale, setLocale] = useState('en-US');
  const [report, setReport] = useState<Report | null>(null);
  const send = async (dryRun: boolean) => answer(client.POST('/api/v1/benchmark-snapshots/import', { body: { brand: brand.id, content: await base64(file!), source: source || file!.name, addMissing, locale, dryRun } }));
  const look = useCommand(() => send(true), { quiet: true, onDone: setReport });
  const take = useCommand(() => send(false), { quiet: true, invalidate: rivalKeys, done: (_, done) => words.taken(done.taken), onDone: onClose });
  return (
    <Modal opened onClose={onClose} size="lg" title={words.title} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Stack gap="md">
        <Text>{words.hint}</Text>
        <Group>
          <FileButton
            accept=".csv,.tsv,.txt,.xlsx,.xls"
            onChange={(chosen) => {
              setFile(chosen);
              setReport(null);
            }}
          >
            {(props) => (
              <Button {...props} variant="default">
                {words.choose}
              </Button>
            )}
          </FileButton>
          {file && <Text style={{ overflowWrap: 'anywhere' }}>{file.name}</Text>}
        </Group>
        <TextInput label={words.source} description={words.sourceHint} placeholder={file?.name} value={source} onChange={(event) => setSource(event.currentTarget.value)} />
        <Select label={words.numbers} data={Object.entries(words.locales).map(([value, label]) => ({ value, label }))} value={locale} onChange={(value) => setLocale(value ?? 'en-US')} />
        <Checkbox label={words.addMissing} checked={addMissing} onChange={(event) => setAddMissing(event.currentTarget.checked)} />
        <ProblemAlert problem={look.problem ?? take.problem} />
        {report && <ReportView report={report} />}
        <Group>
          <Button variant={report ? 'default' : 'filled'} disabled={!file} loading={look.isPending} onClick={() => look.mutate()}>
            {words.look}
          </Button>
          {report && report.taken > 0 && (
            <Button loading={take.isPending} onClick={() => take.mutate()}>
              {words.take(report.taken)}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}

function ReportView({ report }: { report: Report }) {
  return (
    <Stack gap="sm">
      <Group gap="lg">
        <StatusMark tone={report.taken > 0 ? 'good' : 'calm'} icon={IconCircleCheck}>{words.willTake(report.taken, report.rowsRead)}</StatusMark>
        {report.refused.length > 0 && <StatusMark tone="warn" icon={IconAlertTriangle}>{words.refused(report.refused.length)}</StatusMark>}
      </Group>
      {report.added.length > 0 && <Text size="sm">{words.added(report.added.join(', '))}</Text>}
      {report.unused.length > 0 && (
        <Text size="sm" c="dimmed">
          {words.unused(report.unused.join(', '))}
        </Text>
      )}
      {report.refused.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.line}</Table.Th>
                <Table.Th>{words.why}</Table.Th>
                <Table.Th>{words.row}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {report.refused.map((row) => (
                <Table.Tr key={row.line}>
                  <Table.Td className="figures">{row.line}</Table.Td>
                  <Table.Td>{row.reason}</Table.Td>
                  <Table.Td>
                    <Text size="sm" c="dimmed">
                      {row.text}
                    </Text>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {report.taken === 0 && <Alert color="yellow">{words.nothing}</Alert>}
    </Stack>
  );
}
