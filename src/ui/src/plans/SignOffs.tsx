import { Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCircleCheck, IconCircleX, IconHistory, IconUserCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { currencyDecimals, Day, formatMoney, ProblemAlert, StatusMark, useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { type Executive, type SignOff, useBudgetCommands } from './executive';
import classes from './Executive.module.css';

const words = t.executive;

/** What sponsors said to the plan, and the place to say it. */
export function SignOffs({ page, open }: { page: Executive; open: boolean }) {
  const maySign = useMay('runPlan') && open;
  const [signing, setSigning] = useState<'approve' | 'refuse'>();
  const [history, setHistory] = useState(false);
  const { approved, last, all } = page.signOffs;
  const standing = [approved, last?.id === approved?.id ? null : last].filter((one) => one !== null);
  const close = () => setSigning(undefined);
  return (
    <Stack gap="xs" align="stretch">
      {standing.length === 0 && <Text c="dimmed">{page.standing.sentence}</Text>}
      <div>
        {(history ? all : standing).map((one) => (
          <Word key={one.id} one={one} number={page.number} />
        ))}
      </div>
      {approved && page.standing.state === 'within' && <div className={classes.fine}>{page.standing.sentence}</div>}
      {signing === 'approve' && <Approve page={page} onClose={close} />}
      {signing === 'refuse' && <Refuse page={page} onClose={close} />}
      {!signing && (
        <Group gap="xs" data-frame>
          {maySign && (
            <>
              <Button size="compact-sm" onClick={() => setSigning('approve')} aria-label={words.approveTitle(page.number)}>
                {words.approve}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setSigning('refuse')} aria-label={words.refuseTitle(page.number)}>
                {words.refuse}
              </Button>
            </>
          )}
          {all.length > standing.length && (
            <Button size="compact-sm" variant="subtle" aria-expanded={history} onClick={() => setHistory(!history)}>
              {words.history}
            </Button>
          )}
        </Group>
      )}
    </Stack>
  );
}

function Word({ one, number }: { one: SignOff; number: number }) {
  const isApproval = one.decision === 'approved';
  return (
    <div className={classes.word}>
      <Text component="div">
        {isApproval ? words.approvedBy(one.by, one.number) : words.refusedBy(one.by, one.number)}{' '}
        {one.amount && (
          <Text span fw={600} className="figures">
            {formatMoney(one.amount)}
          </Text>
        )}{' '}
        <Text span c="dimmed" size="sm">
          <Day date={one.on} />
        </Text>
      </Text>
      {one.reason && <Text size="sm" className={classes.long}>{isApproval ? one.reason : words.because(one.reason)}</Text>}
      <Group gap="sm">
        {!isApproval && (
          <StatusMark tone="bad" icon={IconCircleX}>
            {words.states.refused}
          </StatusMark>
        )}
        {isApproval && !one.older && (
          <StatusMark tone="good" icon={IconCircleCheck}>
            {words.current}
          </StatusMark>
        )}
        {one.selfApproved && (
          <span title={words.selfApprovedHint}>
            <StatusMark tone="warn" icon={IconUserCheck}>
              {words.selfApproved}
            </StatusMark>
          </span>
        )}
        {one.older && (
          <StatusMark tone="warn" icon={IconHistory}>
            {one.number < number ? words.older(number) : words.olderOutline}
          </StatusMark>
        )}
      </Group>
    </div>
  );
}

function Approve({ page, onClose }: { page: Executive; onClose: () => void }) {
  const { ask, currency } = page.signOffs;
  const form = useForm({
    initialValues: { amount: (ask?.amount.amount ?? '') as number | '', on: page.madeOn, reason: '' },
    validate: { amount: (value) => (value === '' ? words.amountMissing : null) },
  });
  const { approve } = useBudgetCommands(page, form, onClose);
  return (
    <form noValidate aria-label={words.approveTitle(page.number)} onSubmit={form.onSubmit(({ amount, on, reason }) => approve.mutate({ amount: { amount: Number(amount), currency }, on: on || null, reason: reason || null }))}>
      <Stack gap="sm" className={classes.form}>
        <NumberField label={`${words.amount} (${currency})`} withAsterisk min={0} decimals={currencyDecimals(currency)} thousandSeparator="," data-autofocus {...form.getInputProps('amount')} />
        <DateField label={words.on} {...form.getInputProps('on')} />
        <Textarea label={words.reason} autosize minRows={1} maxLength={1000} {...form.getInputProps('reason')} />
        <ProblemAlert problem={approve.problem} form={form} />
        <Group gap="xs">
          <Button type="submit" loading={approve.isPending}>
            {words.approveTitle(page.number)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

function Refuse({ page, onClose }: { page: Executive; onClose: () => void }) {
  const form = useForm({ initialValues: { reason: '' }, validate: { reason: (value) => (value.trim() === '' ? words.reasonMissing : null) } });
  const { refuse } = useBudgetCommands(page, form, onClose);
  return (
    <form noValidate aria-label={words.refuseTitle(page.number)} onSubmit={form.onSubmit(({ reason }) => refuse.mutate(reason))}>
      <Stack gap="sm" className={classes.form}>
        <Textarea label={words.reasonRefused} withAsterisk autosize minRows={2} maxLength={1000} data-autofocus {...form.getInputProps('reason')} />
        <ProblemAlert problem={refuse.problem} form={form} />
        <Group gap="xs">
          <Button type="submit" loading={refuse.isPending}>
            {words.refuseTitle(page.number)}
          </Button>
          <Button variant="default" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
