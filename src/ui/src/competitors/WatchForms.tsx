import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { useRivals, type Watch } from './data';

const words = t.competitors.voice;

/** A word to listen for: our own, a rival's, or a topic. */
export function AddWatch({ onClose }: { onClose: () => void }) {
  const brand = useBrand();
  const rivals = useRivals();
  const form = useForm({ initialValues: { text: '', kind: 'own' as Watch['kind'], competitor: null as string | null } });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/watch-terms', { body: { ...values, competitor: values.kind === 'rival' ? values.competitor : null, brand: brand.id } })), {
    form,
    invalidate: [['voice']],
    done: (values) => words.added(values.text),
    onDone: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={words.add} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.word} description={words.wordHint} data-autofocus {...form.getInputProps('text')} />
          <Select label={words.about} data={Object.entries(words.kinds).map(([value, label]) => ({ value, label }))} {...form.getInputProps('kind')} />
          {form.values.kind === 'rival' && <Select label={t.competitors.name} data={(rivals.data ?? []).map((rival) => ({ value: rival.id, label: rival.name }))} {...form.getInputProps('competitor')} />}
          <ProblemAlert problem={add.problem} form={form} />
          <Button type="submit" loading={add.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.add}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** How often a word was found between two days, by one way of counting. */
export function CountForm({ term }: { term: Watch }) {
  const [open, setOpen] = useState(false);
  const last = term.counts[0];
  const form = useForm({
    initialValues: { from: last?.from ?? daysAgo(30), until: last?.until ?? daysAgo(1), mentions: '' as number | '', byUs: '' as number | '', byRivals: '' as number | '', engagements: '' as number | '', source: last?.source ?? '' },
  });
  const count = useCommand(
    ({ mentions, byUs, byRivals, engagements, ...values }: typeof form.values) =>
      answer(
        client.PUT('/api/v1/watch-terms/{term}/counts', {
          params: { path: { term: term.id } },
          body: { ...values, mentions: Number(mentions || 0), byUs: byUs === '' ? null : byUs, byRivals: byRivals === '' ? null : byRivals, engagements: engagements === '' ? null : engagements },
        }),
      ),
    { form, invalidate: [['voice']], done: words.counted, onDone: () => setOpen(false) },
  );
  return (
    <>
      <Button variant="default" size="compact-sm" onClick={() => setOpen(true)}>
        {words.count}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={words.countOf(term.text)} closeButtonProps={{ 'aria-label': t.actions.close }}>
        <form noValidate onSubmit={form.onSubmit((values) => count.mutate(values))}>
          <Stack gap="md">
            <Text size="sm">{words.countHint}</Text>
            <Group grow align="flex-start">
              <DateField label={words.from} {...form.getInputProps('from')} />
              <DateField label={words.until} {...form.getInputProps('until')} />
            </Group>
            <Group grow align="flex-start">
              <NumberField label={words.mentions} min={0} hideControls {...form.getInputProps('mentions')} />
              <NumberField label={words.engagements} min={0} hideControls {...form.getInputProps('engagements')} />
            </Group>
            {term.kind === 'topic' && (
              <Group grow align="flex-start">
                <NumberField label={words.byUs} min={0} hideControls {...form.getInputProps('byUs')} />
                <NumberField label={words.byRivals} min={0} hideControls {...form.getInputProps('byRivals')} />
              </Group>
            )}
            <TextInput label={t.competitors.source} description={words.sourceHint} {...form.getInputProps('source')} />
            <ProblemAlert problem={count.problem} form={form} />
            <Button type="submit" loading={count.isPending} disabled={form.values.mentions === ''} style={{ alignSelf: 'flex-start' }}>
              {t.actions.save}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
