import { Alert, Button, Group, List, Menu, Modal, Stack, Text, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { confirm, Loaded, ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { type Plan, planKey } from './plan';
import { SaveTemplate } from './SaveTemplate';

const words = t.plans;

/** The one thing that comes next for this plan, and the rest behind a menu. */
export function PlanActions({ plan }: { plan: Plan }) {
  const mayRun = useMay('runPlan');
  const navigate = useNavigate();
  const [revising, setRevising] = useState(false);
  const [saving, setSaving] = useState(false);
  const invalidate = [planKey(plan.id), ['plans'], ['gates', plan.id], ['notices', plan.id], ['versions', plan.id], ['plan-difference', plan.id], ['goals']];
  const path = { params: { path: { plan: plan.id } } };
  const activate = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/activate', { ...path, body: {} })), { invalidate, done: words.activated });
  const close = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/close', { ...path, body: {} })), { invalidate, done: words.closed });
  const again = useCommand((sure: boolean) => answer(client.POST('/api/v1/plans/{plan}/reimplement', { ...path, body: { confirm: sure } })), {
    invalidate,
    done: words.begun,
    quiet: true,
    goTo: (next) => ({ to: '/plan', search: { plan: next.id } }),
  });
  const unchanged = again.problem?.errors.confirm !== undefined;

  const askClose = async () => {
    if (await confirm({ title: `${words.close}?`, text: words.closeText, verb: words.close })) close.mutate();
  };
  const askAgain = async () => {
    if (await confirm({ title: `${words.reimplement}?`, text: words.reimplementText, verb: words.reimplement, calm: true })) again.mutate(false);
  };
  return (
    <Group gap="xs">
      {mayRun && plan.status === 'outline' && (
        <Button onClick={() => activate.mutate()} loading={activate.isPending}>
          {words.activate}
        </Button>
      )}
      {mayRun && (plan.status === 'active' || plan.status === 'underReview') && <Button onClick={() => setRevising(true)}>{words.revise}</Button>}
      {mayRun &&
        plan.status === 'closed' &&
        (plan.successor ? (
          <Button onClick={() => void navigate({ to: '/plan', search: { plan: plan.successor } as never })}>{words.successor}</Button>
        ) : (
          <Button loading={again.isPending} onClick={() => void askAgain()}>
            {words.reimplement}
          </Button>
        ))}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" aria-label={words.more} px="xs">
            <IconDots size={18} aria-hidden />
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item renderRoot={(props) => <Link to="/reviews" {...props} />}>{words.review}</Menu.Item>
          <Menu.Item component="a" href={`/api/v1/plans/${plan.id}/file`} download>
            {words.file.save}
          </Menu.Item>
          {mayRun && <Menu.Item onClick={() => setSaving(true)}>{words.saveTemplate.verb}</Menu.Item>}
          {mayRun && plan.status === 'active' && !plan.successor && <Menu.Item onClick={() => void askAgain()}>{words.reimplement}</Menu.Item>}
          {mayRun && plan.status !== 'closed' && (
            <Menu.Item color="red" onClick={() => void askClose()}>
              {words.close}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <SaveTemplate plan={plan} opened={saving} onClose={() => setSaving(false)} />
      <Modal opened={revising} onClose={() => setRevising(false)} title={words.reviseTitle} closeButtonProps={{ 'aria-label': t.actions.close }} size="lg">
        <Revise plan={plan} onDone={() => setRevising(false)} />
      </Modal>
      <Modal opened={again.problem !== null} onClose={() => again.reset()} title={words.reimplement} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <Stack>
          <ProblemAlert problem={again.problem} />
          {unchanged && <Button onClick={() => again.mutate(true)}>{words.reimplementConfirm}</Button>}
        </Stack>
      </Modal>
    </Group>
  );
}

function Revise({ plan, onDone }: { plan: Plan; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const read = useRead(['plan-difference', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/difference', { params: { path: { plan: plan.id } } })));
  const revise = useCommand(
    () => answer(client.POST('/api/v1/plans/{plan}/revise', { params: { path: { plan: plan.id } }, body: { reason: reason || undefined, ofNumber: plan.number } })),
    {
      invalidate: [planKey(plan.id), ['plans'], ['notices', plan.id], ['versions', plan.id], ['plan-difference', plan.id], ['reviews']],
      done: (_, result) => words.revised(result.plan.number),
      quiet: true,
      onDone,
    },
  );
  return (
    <Loaded read={read}>
      {(difference) => (
        <Stack>
          <Text>{words.reviseText(plan.number + 1)}</Text>
          {difference.sentences.length === 0 ? (
            <Alert color="gray">{words.nothingChanged}</Alert>
          ) : (
            <List size="sm" aria-label={words.versions.pending}>
              {difference.sentences.map((sentence) => (
                <List.Item key={sentence}>{sentence}</List.Item>
              ))}
            </List>
          )}
          <Textarea label={words.reason} autosize minRows={2} maxLength={1000} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
          <ProblemAlert problem={revise.problem} />
          <Button style={{ alignSelf: 'flex-end' }} disabled={difference.sentences.length === 0} loading={revise.isPending} onClick={() => revise.mutate()}>
            {words.revise}
          </Button>
        </Stack>
      )}
    </Loaded>
  );
}
