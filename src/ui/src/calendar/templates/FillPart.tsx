import { Anchor, Button, Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClock, IconHandStop, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { type Column, DataTable, type Filter, Loaded, showDone, StatusMark, type Tone, useBrand, useMay, useUrl } from '../../shared';
import { DateField } from '../../shared/forms/DateField';
import { t } from '../../texts';
import { stale, useRules } from '../data';
import { addDays, clockOf, longDay, nowIn, sayLocal, shortDay } from '../days';
import classes from './Templates.module.css';
import { afterTemplate } from './useTemplate';

type Slot = components['schemas']['FillSlot'];
type Step = components['schemas']['FillStep'];
const words = t.postTemplates.fill;

const looks: Record<Step, { tone: Tone; icon: typeof IconPlus }> = {
  make: { tone: 'good', icon: IconPlus },
  same: { tone: 'calm', icon: IconCircleCheck },
  change: { tone: 'info', icon: IconPencil },
  keep: { tone: 'calm', icon: IconHandStop },
  out: { tone: 'calm', icon: IconCircleCheck },
  takeOut: { tone: 'warn', icon: IconTrash },
  blocked: { tone: 'bad', icon: IconCircleX },
  past: { tone: 'calm', icon: IconClock },
};

/** A text whose variables are seen at a glance; where they should have been filled, as gaps. */
export function WithGaps({ text, asVariables = false }: { text: string; asVariables?: boolean }) {
  return (
    <span style={{ overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' }}>
      {text.split(/(\{\{[^{}]*\}\})/).map((part, place) => (place % 2 === 1 ? <mark key={place} className={asVariables ? classes.variable : classes.gap}>{part}</mark> : <Fragment key={place}>{part}</Fragment>))}
    </span>
  );
}

const columns: Column<Slot>[] = [
  { key: 'when', title: words.columns.when, primary: true, width: 170, cell: (slot) => <span className="figures" style={{ whiteSpace: 'nowrap' }}>{slot.at ? sayLocal(slot.at) : longDay(slot.day)}</span>, sort: (slot) => slot.at ?? slot.day },
  { key: 'step', title: words.columns.step, width: 190, cell: (slot) => <StatusMark {...looks[slot.step]}>{words.steps[slot.step]}</StatusMark>, sort: (slot) => words.steps[slot.step] },
  {
    key: 'text',
    title: words.columns.text,
    cell: (slot) => (
      <span>
        <WithGaps text={slot.text} />
        {slot.why && (
          <Text size="xs" c="red">
            {slot.why}
          </Text>
        )}
        {slot.warnings.map((warning) => (
          <Text key={warning} size="xs" c="dimmed">
            <IconAlertTriangle size={12} aria-hidden /> {warning}
          </Text>
        ))}
        {slot.post && slot.step !== 'make' && (
          <Anchor size="xs" display="block" renderRoot={(props) => <Link to="/calendar/$post" params={{ post: slot.post ?? '' }} {...props} />}>
            {words.open}
          </Anchor>
        )}
      </span>
    ),
  },
  { key: 'until', title: words.columns.until, width: 110, hideBelow: 720, hideInCard: (slot) => !slot.until, cell: (slot) => (slot.until ? <span className="figures">{slot.until.slice(0, 10) === slot.day ? clockOf(slot.until) : sayLocal(slot.until)}</span> : ''), sort: (slot) => slot.until },
];

const filters: Filter<Slot>[] = [
  { key: 'step', label: words.filter, options: (['make', 'change', 'takeOut', 'blocked'] as const).map((value) => ({ value, label: words.steps[value] })), test: (slot, value) => slot.step === value },
];

/** Fills the calendar for some days: first as a dry run that is always there, then for real, with a way back. */
export function FillPart({ template, plan, dirty }: { template: string; plan?: string | null; dirty: boolean }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts');
  const mayPublish = useMay('publish');
  const rules = useRules(plan);
  const [url, setUrl] = useUrl();
  const [sendOn, setSendOn] = useState(false);
  const today = nowIn(brand.zone).slice(0, 10);
  const from = url.from ?? today;
  const to = url.to ?? addDays(from < today ? today : from, 13);
  const path = { template };
  const dry = useRead(['post-templates', 'filling', template, from, to], () => answer(client.GET('/api/v1/post-templates/{template}/filling', { params: { path, query: { from, to } } })), { keep: true });
  const refresh = [...stale, ...afterTemplate];
  const fill = useCommand(() => answer(client.POST('/api/v1/post-templates/{template}/fill', { params: { path }, body: { from, to, sendOn } })), {
    invalidate: refresh,
    done: (_, plan) => (plan.filling ? words.filled(plan.make, plan.change, plan.takeOut) : words.nothing),
    undo: async (_, plan) => (plan.filling ? answer(client.POST('/api/v1/fillings/{filling}/undo', { params: { path: { filling: plan.filling } } })) : undefined),
    onDone: (plan) => plan.scheduled > 0 && showDone(words.sent(plan.scheduled)),
  });
  const work = (dry.data?.make ?? 0) + (dry.data?.change ?? 0) + (dry.data?.takeOut ?? 0);
  return (
    <section aria-labelledby="fill-calendar">
      <Title order={2} id="fill-calendar" mb="sm">
        {words.title}
      </Title>
      <Stack gap="md">
        <Group align="flex-end" gap="sm">
          <DateField label={words.from} w={150} min={today} value={from} onChange={(day) => setUrl({ from: day || undefined })} />
          <DateField label={words.to} w={150} min={from} value={to} onChange={(day) => setUrl({ to: day || undefined })} />
          {mayWrite && (
            <Button loading={fill.isPending} disabled={dirty || (work === 0 && !sendOn)} onClick={() => fill.mutate()}>
              {words.verb}
            </Button>
          )}
        </Group>
        {mayPublish && <Checkbox label={rules.data?.approvalNeeded ? words.sendOnApproval : words.sendOn} checked={sendOn} onChange={(event) => setSendOn(event.currentTarget.checked)} />}
        {dirty && <Text c="dimmed">{words.saveFirst}</Text>}
        <Loaded read={dry}>
          {(plan) => (
            <div>
              <Text fw={600} mb="xs" role="status">
                {plan.slots.length === 0 ? words.noSlots : work + plan.blocked === 0 ? words.nothing : words.sum(plan.make, plan.change, plan.takeOut, plan.blocked)}
              </Text>
              <DataTable name="fill" label={words.dryRun} rows={plan.slots} columns={columns} filters={filters} rowKey={(slot) => `${slot.row ?? slot.post}/${slot.day}`} rowName={(slot) => `${longDay(slot.day)}: ${slot.text}`} take={31} />
            </div>
          )}
        </Loaded>
        <Fillings template={template} refresh={refresh} />
      </Stack>
    </section>
  );
}

/** What was filled before, each with its way back. */
function Fillings({ template, refresh }: { template: string; refresh: string[][] }) {
  const mayWrite = useMay('writePosts');
  const read = useRead(['post-templates', 'fillings', template], () => answer(client.GET('/api/v1/post-templates/{template}/fillings', { params: { path: { template } } })));
  const undo = useCommand((filling: string) => answer(client.POST('/api/v1/fillings/{filling}/undo', { params: { path: { filling } } })), {
    invalidate: refresh,
    done: (_, { back, kept }) => words.undoneSaid(back, kept),
  });
  if (!read.data || read.data.length === 0) return null;
  return (
    <section aria-label={words.past}>
      <Text fw={600} mb="xs">
        {words.past}
      </Text>
      <ul className={classes.fillings}>
        {read.data.map((filling) => (
          <li key={filling.id}>
            <Group gap="sm">
              <Text c={filling.undoneAt ? 'dimmed' : undefined}>{words.pastLine(shortDay(filling.from), shortDay(filling.to), filling.made, filling.changed, filling.takenOut)}</Text>
              {filling.undoneAt ? (
                <Text size="sm" c="dimmed">
                  {words.undone}
                </Text>
              ) : (
                mayWrite && (
                  <Button size="compact-sm" variant="default" loading={undo.isPending && undo.variables === filling.id} aria-label={words.undoOf(shortDay(filling.from), shortDay(filling.to))} onClick={() => undo.mutate(filling.id)}>
                    {words.undo}
                  </Button>
                )
              )}
            </Group>
          </li>
        ))}
      </ul>
    </section>
  );
}
