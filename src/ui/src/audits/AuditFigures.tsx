import { Button, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { Day, formatNumber, formatPercent, handleOn, NetworkMark, NoData, ProblemAlert, useMay } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { MetricSelect } from '../shared/forms/MetricSelect';
import { t } from '../texts';
import { type Audit, auditKeys } from './useAudits';

const words = t.audits.sessions;

/** Accounts down, metrics across; while the audit is open every cell takes a number. */
export function AuditFigures({ audit }: { audit: Audit }) {
  const mayType = useMay('editNumbers') && !audit.closed;
  const metrics = useRead(['metrics'], () => answer(client.GET('/api/v1/metrics')));
  const [added, setAdded] = useState<string[]>([]);
  const keys = [...new Set(['followers', ...audit.figures.map((figure) => figure.metric), ...added])];
  const metricOf = (key: string) => metrics.data?.find((metric) => metric.key === key);
  const params = { path: { audit: audit.id } };
  const record = useCommand((body: { account: string; metric: string; value: number }) => answer(client.PUT('/api/v1/audits/{audit}/figures', { params, body })), { invalidate: auditKeys, inTurn: audit.id, quiet: true });
  const remove = useCommand(
    (query: { account: string; metric: string }) => answer(client.DELETE('/api/v1/audits/{audit}/figures', { params: { ...params, query } })),
    { invalidate: auditKeys, inTurn: audit.id },
  );
  const take = useCommand(() => answer(client.POST('/api/v1/audits/{audit}/figures/take', { params })), { invalidate: auditKeys, inTurn: audit.id, done: (_, view) => words.taken(view.figures.length) });
  return (
    <>
      <Table.ScrollContainer minWidth={240 + keys.length * 130}>
        <Table verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t.audits.account}</Table.Th>
              <Table.Th>{t.audits.needs}</Table.Th>
              {keys.map((key) => (
                <Table.Th key={key} ta="right">
                  {metricOf(key)?.name ?? key}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {audit.accounts.map((account) => (
              <Table.Tr key={account.account}>
                <Table.Td>
                  <Text size="sm" style={{ overflowWrap: 'anywhere' }}>{handleOn(account.network, account.handle)}</Text>
                  <NetworkMark network={account.network} />
                </Table.Td>
                <Table.Td>
                  <Text size="sm" c="dimmed">{account.gaps.map((gap) => t.audits.gaps[gap]).join(', ') || t.audits.nothingMissing}</Text>
                </Table.Td>
                {keys.map((key) => {
                  const figure = audit.figures.find((one) => one.account === account.account && one.metric === key);
                  const rate = metricOf(key)?.unit === 'percent';
                  if (!mayType) {
                    return (
                      <Table.Td key={key} ta="right" className="figures">
                        {figure ? rate ? formatPercent(figure.value) : formatNumber(figure.value, 2) : <NoData />}
                        {figure && (
                          <Text size="xs" c="dimmed">
                            {figure.source}, <Day date={figure.on} />
                          </Text>
                        )}
                      </Table.Td>
                    );
                  }
                  return (
                    <Table.Td key={key}>
                      <NumberField
                        key={figure?.value}
                        aria-label={words.cell(metricOf(key)?.name ?? key, account.handle)}
                        defaultValue={figure ? (rate ? figure.value * 100 : figure.value) : ''}
                        suffix={rate ? ' %' : undefined}
                        hideControls
                        onBlur={({ currentTarget }) => {
                          const text = currentTarget.value.replace(/[^\d.,-]/g, '').replace(',', '.');
                          const typed = text === '' ? null : Number(text) / (rate ? 100 : 1);
                          if (typed === null && figure) remove.mutate({ account: account.account, metric: key });
                          else if (typed !== null && !Number.isNaN(typed) && typed !== figure?.value) record.mutate({ account: account.account, metric: key, value: typed });
                        }}
                      />
                    </Table.Td>
                  );
                })}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      <ProblemAlert problem={record.problem} />
      {mayType && (
        <Group mt="sm" align="flex-end">
          <MetricSelect
            label={words.addMetric}
            value={null}
            metrics={(metrics.data ?? []).filter((metric) => !keys.includes(metric.key))}
            onChange={(key) => key && setAdded([...added, key])}
          />
          <Button variant="default" loading={take.isPending} onClick={() => take.mutate()}>
            {words.take}
          </Button>
        </Group>
      )}
    </>
  );
}
