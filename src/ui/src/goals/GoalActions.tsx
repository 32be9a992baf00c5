import { ActionIcon, Button, Menu, Modal, Select, Stack, Textarea } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { confirm, ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { type GoalDetail, goalKeys } from './goal';

const words = t.goals.detail;
const invalidate = goalKeys.map((key) => [...key]);

/** Closing with a verdict, opening again, removing. */
export function GoalActions({ detail, onRemoved }: { detail: GoalDetail; onRemoved: () => void }) {
  const { goal } = detail;
  const mayRemove = useMay('runPlan');
  const [closing, setClosing] = useState(false);
  const reopen = useCommand(() => answer(client.POST('/api/v1/goals/{goal}/reopen', { params: { path: { goal: goal.id } } })), { invalidate });
  const remove = useCommand(() => answer(client.DELETE('/api/v1/goals/{goal}', { params: { path: { goal: goal.id } } })), {
    invalidate: [['goals', goal.plan], ['alignment'], ['measurement'], ['gates'], ['measures']],
    done: words.removed(goal.title),
    onDone: onRemoved,
  });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={words.more}>
            <IconDots size={18} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {goal.verdict ? <Menu.Item onClick={() => reopen.mutate()}>{words.reopen}</Menu.Item> : <Menu.Item onClick={() => setClosing(true)}>{words.close}</Menu.Item>}
          {mayRemove && (
            <Menu.Item
              color="red"
              onClick={async () => {
                if (await confirm({ title: words.removeTitle, text: words.removeText, verb: words.remove })) remove.mutate();
              }}
            >
              {words.remove}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Modal opened={closing} onClose={() => setClosing(false)} title={words.close} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <CloseForm detail={detail} onDone={() => setClosing(false)} />
      </Modal>
    </>
  );
}

function CloseForm({ detail, onDone }: { detail: GoalDetail; onDone: () => void }) {
  const [verdict, setVerdict] = useState<keyof typeof t.goals.verdicts>('succeeded');
  const [note, setNote] = useState('');
  const close = useCommand(() => answer(client.POST('/api/v1/goals/{goal}/close', { params: { path: { goal: detail.goal.id } }, body: { verdict, note } })), {
    invalidate,
    quiet: true,
    onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        close.mutate();
      }}
    >
      <Stack gap="sm">
        <Select
          label={words.verdict}
          data={(Object.keys(t.goals.verdicts) as (typeof verdict)[]).map((value) => ({ value, label: t.goals.verdicts[value] }))}
          value={verdict}
          onChange={(value) => value && setVerdict(value as typeof verdict)}
        />
        <Textarea label={words.verdictNote} required autosize minRows={2} maxLength={2000} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
        <ProblemAlert problem={close.problem} />
        <Button type="submit" loading={close.isPending} style={{ alignSelf: 'flex-end' }}>
          {words.close}
        </Button>
      </Stack>
    </form>
  );
}
