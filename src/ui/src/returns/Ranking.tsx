import { Button, Group, Paper, Stack, Text, TextInput, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Figure, formatMoney, formatNumber, Loaded, NoData, ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { afterMoney, clockTime, type Schemas } from './returns';
import classes from './Ranking.module.css';

type Concept = Schemas['RankedConcept'];
type Proposal = NonNullable<Schemas['ConceptRankingView']['proposal']>;
const words = t.returns.ranking;
const times = (value: number) => formatNumber(value, 2);

/** Where the return of one concept may lie, drawn to the same measure for all. */
function Range({ concept, most }: { concept: Concept; most: number }) {
  if (concept.return === null || concept.low === null || concept.high === null) return <NoData reason={concept.return === null ? words.noCost : words.few} />;
  const at = (value: number) => `${Math.min(100, (value / most) * 100)}%`;
  const label = words.range(times(concept.return), times(concept.low), times(concept.high));
  return (
    <span className={classes.range} role="img" aria-label={label} title={label}>
      <span className={classes.span} style={{ left: at(concept.low), right: `calc(100% - ${at(concept.high)})` }} />
      <span className={classes.dot} style={{ left: at(concept.return) }} />
    </span>
  );
}

/** What surely returns most stands first; what might be moved is proposed only where ranges lie apart. */
export function Ranking({ plan, by }: { plan: string; by: 'goal' | 'channel' | 'campaign' | 'theme' }) {
  const may = useMay('runPlan');
  const read = useRead(['returns', plan, 'ranking', by], () => answer(client.GET('/api/v1/plans/{plan}/concepts', { params: { path: { plan }, query: { by } } })), { keep: true });
  const most = Math.max(0.01, ...(read.data?.concepts ?? []).map((concept) => concept.high ?? 0));
  const columns: Column<Concept>[] = [
    { key: 'title', title: t.returns.bys[by] ?? '', primary: true, cell: (row) => row.title },
    { key: 'orders', title: words.orders, align: 'right', cell: (row) => formatNumber(row.orders, 2), sort: (row) => row.orders },
    { key: 'return', title: words.back, align: 'right', cell: (row) => <Figure value={row.return} format={times} n={row.orders} reason={words.noCost} />, sort: (row) => row.return },
    { key: 'range', title: words.between, width: '34%', cell: (row) => <Range concept={row} most={most} />, sort: (row) => row.low },
    { key: 'hour', title: t.returns.columns.perHour, align: 'right', cell: (row) => (row.perHour ? <span className="figures">{formatMoney(row.perHour)}</span> : <NoData reason={t.returns.cards.noHours} />), sort: (row) => row.perHour?.amount, hideBelow: 720 },
  ];
  return (
    <Loaded read={read}>
      {(view) =>
        view.concepts.length > 0 && (
          <section>
            <Title order={2}>{words.title}</Title>
            <Text size="sm" c="dimmed" mb="sm">
              {words.text}
            </Text>
            <Stack>
              <DataTable name="ranking" label={words.title} rows={view.concepts} columns={columns} rowKey={(row) => row.id} rowName={(row) => row.title} />
              {view.proposal && may ? <Move plan={plan} proposal={view.proposal} /> : view.why && <Text c="dimmed">{view.why}</Text>}
              {view.answers.map((each) => (
                <Text key={`${each.from}${each.at}`} size="sm">
                  {words.answered(each.by, each.action !== null, formatMoney(each.amount), clockTime(each.minutes), each.fromTitle ?? '', each.toTitle ?? '', each.reason)}{' '}
                  {each.action && <Link to={'/actions' as never} search={{ work: each.action } as never}>{words.action}</Link>}
                </Text>
              ))}
            </Stack>
          </section>
        )
      }
    </Loaded>
  );
}

function Move({ plan, proposal }: { plan: string; proposal: Proposal }) {
  const [reason, setReason] = useState<string | null>(null);
  const send = useCommand(
    (accept: boolean) => answer(client.POST('/api/v1/plans/{plan}/reallocations', { params: { path: { plan } }, body: { from: proposal.from, to: proposal.to, accept, amount: proposal.amount, minutes: proposal.minutes, reason: accept ? null : reason } })),
    { invalidate: [...afterMoney(plan), ['work', plan], ['actions', plan]], quiet: true, done: (accept, made) => (accept ? (made.budgetsMoved ? words.movedBudgets : words.moved) : words.declined) },
  );
  return (
    <Paper p="md" component="section" aria-label={words.proposal}>
      <Stack gap="sm">
        <Text>{words.propose(formatMoney(proposal.amount), clockTime(proposal.minutes), proposal.fromTitle, proposal.toTitle)}</Text>
        {reason !== null && <TextInput label={words.why} value={reason} maxLength={400} onChange={(event) => setReason(event.currentTarget.value)} error={send.problem?.errors.reason?.join(' ')} data-autofocus />}
        {!send.problem?.errors.reason && <ProblemAlert problem={send.problem} />}
        <Group>
          {reason === null && (
            <Button variant="default" loading={send.isPending} onClick={() => send.mutate(true)}>
              {words.accept}
            </Button>
          )}
          <Button variant="subtle" color="gray" loading={send.isPending && reason !== null} onClick={() => (reason === null ? setReason('') : send.mutate(false))}>
            {words.decline}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
