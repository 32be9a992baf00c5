import { Alert, Anchor, Button, Group, Paper, Select, Stack, Text, Textarea } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleDashed, IconCircleX } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand, useRead } from '../api';
import { Empty, InlineEdit, Loaded, Page, ProblemAlert, StatusMark, useMay, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import type { Borrowed } from './data';
import { rivalTabs } from './tabs';

const words = t.competitors.borrowed;
type Change = { title?: string; goal?: string; fit?: string; test?: string; theirWords?: string; ourWords?: string };

/** What the plan borrows from others: each needs a goal, a reason and a test before it starts. */
export default function BorrowedPage() {
  return (
    <Page title={t.competitors.title} purpose={words.purpose} help={words.help} tabs={rivalTabs}>
      <WithPlan>{(plan) => <Tactics plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Tactics({ plan, open }: { plan: string; open: boolean }) {
  const [url] = useUrl();
  const mayEdit = useMay('editPlan') && open;
  const read = useRead(['borrowed', plan], () => answer(client.GET('/api/v1/borrowed-tactics', { params: { query: { plan } } })));
  const goals = useRead(['goals', plan], () => answer(client.GET('/api/v1/goals', { params: { query: { plan } } })));
  return (
    <Loaded read={read}>
      {(rows) =>
        rows.length === 0 ? (
          <Empty title={words.emptyTitle} text={words.empty} action={{ label: words.toPractices, to: '/competitors/practices' }} />
        ) : (
          <Stack gap="md">
            {rows.map((row) => (
              <TacticCard key={row.id} row={row} goals={(goals.data ?? []).map((goal) => ({ value: goal.id, label: goal.title }))} mayEdit={mayEdit} marked={url.tactic === row.id} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function Standing({ row }: { row: Borrowed }) {
  if (row.status === 'active') return <StatusMark tone="good" icon={IconCircleCheck}>{words.statuses.active}</StatusMark>;
  if (row.status === 'dropped') return <StatusMark tone="calm" icon={IconCircleX}>{words.statuses.dropped}</StatusMark>;
  if (row.missing.length > 0) return <StatusMark wrap tone="warn" icon={IconAlertTriangle}>{words.lacks(row.missing.map((field) => words.fields[field as keyof typeof words.fields]).join(', '))}</StatusMark>;
  return <StatusMark tone="info" icon={IconCircleDashed}>{words.statuses.proposed}</StatusMark>;
}

function TacticCard({ row, goals, mayEdit, marked }: { row: Borrowed; goals: { value: string; label: string }[]; mayEdit: boolean; marked: boolean }) {
  const params = { path: { borrowed: row.id } };
  const invalidate = [['borrowed'], ['gates']];
  const change = useCommand((body: Change) => answer(client.PATCH('/api/v1/borrowed-tactics/{borrowed}', { params, body })), { invalidate, inTurn: row.id });
  const start = useCommand(() => answer(client.POST('/api/v1/borrowed-tactics/{borrowed}/activate', { params, body: {} })), { invalidate: [...invalidate, ['work'], ['today']], inTurn: row.id, done: words.started(row.title), quiet: true });
  const put = (dropped: boolean) => answer(client.POST('/api/v1/borrowed-tactics/{borrowed}/drop', { params, body: { dropped } }));
  const drop = useCommand(put, { invalidate, done: (dropped) => (dropped ? words.dropped(row.title) : words.proposedAgain(row.title)), undo: (dropped) => put(!dropped) });
  const fixed = !mayEdit || row.status !== 'proposed';
  return (
    <Paper withBorder p="md" component="article" aria-label={row.title} style={marked ? { borderColor: 'var(--bw-brand)' } : undefined}>
      <Group justify="space-between" align="flex-start" gap="sm">
        <div style={{ flex: '1 1 240px', minWidth: 0 }}>
          <InlineEdit label={words.title} value={row.title} onSave={(title) => change.mutate({ title })} disabled={fixed} />
          <Text size="sm" c="dimmed">
            {words.from}{' '}
            {row.fromPath ? (
              <Anchor component={Link} to={row.fromPath.split('?')[0]} search={Object.fromEntries(new URLSearchParams(row.fromPath.split('?')[1] ?? '')) as never} size="sm">
                {row.fromName}
              </Anchor>
            ) : (
              row.fromName
            )}
          </Text>
        </div>
        <Standing row={row} />
      </Group>
      <Stack gap="sm" mt="sm">
        <Select label={words.fields.goal} placeholder={words.noGoal} data={goals} value={row.goal ?? null} onChange={(goal) => change.mutate({ goal: goal ?? '' })} disabled={fixed} clearable />
        <Field label={words.fields.fit} description={words.fitHint} value={row.fit} onSave={(fit) => change.mutate({ fit })} disabled={fixed} />
        <Field label={words.fields.test} description={words.testHint} value={row.test} onSave={(test) => change.mutate({ test })} disabled={fixed} />
        <Group grow align="flex-start">
          <Field label={words.theirs} value={row.theirWords} onSave={(theirWords) => change.mutate({ theirWords })} disabled={!mayEdit} />
          <Field label={words.ours} value={row.ourWords} onSave={(ourWords) => change.mutate({ ourWords })} disabled={!mayEdit} />
        </Group>
        {row.warning && (
          <Alert color="yellow" variant="light" icon={<IconAlertTriangle aria-hidden />}>
            {row.warning}
          </Alert>
        )}
        <ProblemAlert problem={start.problem} />
        {mayEdit && row.status !== 'active' && (
          <Group gap="xs">
            {row.status === 'proposed' && (
              <Button loading={start.isPending} onClick={() => start.mutate()}>
                {words.start}
              </Button>
            )}
            <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate(row.status === 'proposed')}>
              {row.status === 'proposed' ? words.drop : words.proposeAgain}
            </Button>
          </Group>
        )}
        {row.action && (
          <Anchor component={Link} to="/actions" search={{ work: row.action } as never} size="sm">
            {words.toAction}
          </Anchor>
        )}
      </Stack>
    </Paper>
  );
}

function Field({ label, description, value, onSave, disabled }: { label: string; description?: string; value: string | null | undefined; onSave: (value: string) => void; disabled: boolean }) {
  return (
    <Textarea
      label={label}
      description={description}
      key={value}
      autosize
      minRows={2}
      defaultValue={value ?? ''}
      onBlur={({ currentTarget }) => currentTarget.value.trim() !== (value ?? '') && onSave(currentTarget.value.trim())}
      disabled={disabled}
    />
  );
}
