import { Alert, Button, Checkbox, Chip, Group, List, NumberInput, Select, Stack, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { useMay } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { stale } from './data';
import { sayLocal } from './days';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { firstChoice, type Frequency, type RuleChoice, ruleOf, weekdayNames } from './recurrence';

const words = t.scheduling.again;

/** How a post comes again, with its next times before anything is stored. */
export function RepeatForm({ entry, onClose }: { entry: Entry; onClose: () => void }) {
  const desk = useDesk();
  const mayPublish = useMay('publish');
  const at = entry.at ?? '';
  const [choice, setChoice] = useState<RuleChoice>(() => firstChoice(at));
  const [sendOn, setSendOn] = useState(false);
  const set = (change: Partial<RuleChoice>) => setChoice({ ...choice, ...change });
  const rule = ruleOf(choice, at);
  const [asked] = useDebouncedValue(rule, 250);
  const preview = useRead(['calendar', 'repeat', entry.post, asked], () => answer(client.GET('/api/v1/posts/{post}/repeat', { params: { path: { post: entry.post }, query: { rule: asked } } })), { keep: true });
  const repeat = useCommand(() => answer(client.POST('/api/v1/posts/{post}/repeat', { params: { path: { post: entry.post } }, body: { rule, sendOn } })), {
    invalidate: stale,
    done: (_, made) => words.made(made.made),
    undo: (_, made) => answer(client.POST('/api/v1/series/{series}/end', { params: { path: { series: made.series } }, body: { from: at.slice(0, 10) } })),
    onDone: (made) => {
      desk.report(made.notScheduled);
      onClose();
    },
  });
  const shown = preview.data;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        repeat.mutate();
      }}
    >
      <Stack gap="md">
        <Group align="flex-end">
          <Select
            label={words.often}
            data-autofocus
            allowDeselect={false}
            value={choice.frequency}
            onChange={(value) => set({ frequency: (value ?? 'weekly') as Frequency })}
            data={(['daily', 'weekly', 'monthly', 'yearly'] as const).map((value) => ({ value, label: words.frequencies[value] }))}
            w={170}
          />
          <NumberInput label={words.every} min={1} max={99} allowDecimal={false} value={choice.every} onChange={(value) => set({ every: Math.max(1, Number(value) || 1) })} w={150} />
          {choice.frequency === 'monthly' && (
            <Select label={words.monthWay} allowDeselect={false} value={choice.month} onChange={(value) => set({ month: value === 'weekday' ? 'weekday' : 'date' })} data={[{ value: 'date', label: words.byMonthDay }, { value: 'weekday', label: words.byWeekday }]} w={290} />
          )}
        </Group>
        {choice.frequency === 'weekly' && (
          <Chip.Group multiple value={choice.days.map(String)} onChange={(days) => days.length > 0 && set({ days: days.map(Number) })}>
            <Group gap={6} role="group" aria-label={words.on}>
              {weekdayNames.map((day, place) => (
                <Chip key={day} size="xs" value={String(place)}>
                  {t.scheduling.queues.days[day]}
                </Chip>
              ))}
            </Group>
          </Chip.Group>
        )}
        <Group align="flex-start">
          <Select label={words.ends} allowDeselect={false} value={choice.ends} onChange={(value) => set({ ends: (value ?? 'never') as RuleChoice['ends'] })} data={(['never', 'until', 'count'] as const).map((value) => ({ value, label: words[value] }))} w={220} />
          {choice.ends === 'until' && <DateField label={words.lastDay} min={at.slice(0, 10)} value={choice.until} onChange={(until) => set({ until })} w={160} />}
          {choice.ends === 'count' && <NumberInput label={words.times} min={1} max={1000} allowDecimal={false} value={choice.count} onChange={(value) => set({ count: Math.max(1, Number(value) || 1) })} w={220} />}
        </Group>
        {mayPublish && <Checkbox label={words.sendOn} description={t.scheduling.queues.sendOnHint} checked={sendOn} onChange={(event) => setSendOn(event.currentTarget.checked)} />}
        {preview.problem && <Alert color="yellow">{preview.problem.message}</Alert>}
        {shown && !preview.problem && (
          <section aria-label={words.preview} aria-live="polite">
            <Text size="sm" fw={600}>
              {shown.words}
            </Text>
            <List size="sm" className="figures">
              {shown.times.slice(0, 6).map((time) => (
                <List.Item key={time}>{sayLocal(time)}</List.Item>
              ))}
            </List>
            {(shown.more || shown.times.length > 6) && (
              <Text size="xs" c="dimmed">
                {words.more}
              </Text>
            )}
            {shown.notes.map((note) => (
              <Text key={note} size="xs" c="dimmed">
                {note}
              </Text>
            ))}
          </section>
        )}
        <Button type="submit" loading={repeat.isPending} disabled={preview.problem !== null || (choice.ends === 'until' && choice.until === '')} style={{ alignSelf: 'flex-start' }}>
          {words.go}
        </Button>
      </Stack>
    </form>
  );
}
