import { Badge, Button, Group, Modal, Paper, Stack, Text, Textarea, TextInput, Tooltip } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { answer, client, type components, useCommand } from '../api';
import { ProblemAlert, useMay } from '../shared';
import { t } from '../texts';
import { reviewKey } from './review';

const words = t.reviews.lessons;

/** One lesson: what to do next time first, then why. */
export function LessonItem({ lesson, applyTo }: { lesson: components['schemas']['LessonView']; applyTo?: string }) {
  const mayEdit = useMay('editPlan');
  const apply = useCommand(() => answer(client.POST('/api/v1/lessons/{lesson}/apply', { params: { path: { lesson: lesson.id } }, body: { plan: applyTo ?? lesson.plan } })), { invalidate: [['lessons']] });
  const applied = applyTo !== undefined && (lesson.appliedIn as string[]).includes(applyTo);
  return (
    <Paper withBorder p="md" component="article">
      <Group justify="space-between" align="flex-start">
        <Text fw={600} style={{ flex: 1 }}>
          {lesson.recommendation}
        </Text>
        {lesson.isOpinion && (
          <Tooltip label={words.opinionHint}>
            <Badge variant="outline" color="orange" tabIndex={0}>
              {words.opinion}
            </Badge>
          </Tooltip>
        )}
      </Group>
      <Text>
        {lesson.situation}: {lesson.happened}
      </Text>
      {lesson.why && <Text c="dimmed">{lesson.why}</Text>}
      <Group gap="xs" mt="xs">
        {lesson.tags.map((tag) => (
          <Badge key={tag} variant="light" color="gray">
            {tag}
          </Badge>
        ))}
        {lesson.evidence && (
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {/^https?:\/\//.test(lesson.evidence) ? (
              <a href={lesson.evidence} target="_blank" rel="noreferrer noopener">
                {lesson.evidence}
              </a>
            ) : (
              lesson.evidence
            )}
          </Text>
        )}
        {applyTo && mayEdit && (
          <Button size="compact-sm" variant="light" disabled={applied} loading={apply.isPending} onClick={() => apply.mutate()}>
            {applied ? words.applied : words.apply}
          </Button>
        )}
      </Group>
    </Paper>
  );
}

/** Records a lesson of a plan, in a review or without one. */
export function LessonForm({ plan, review }: { plan: string; review?: string }) {
  const mayWrite = useMay('takePart');
  const [opened, setOpened] = useState(false);
  const form = useForm({ initialValues: { situation: '', happened: '', why: '', recommendation: '', evidence: '', tags: '' } });
  const record = useCommand(
    (values: typeof form.values) =>
      answer(
        client.POST('/api/v1/plans/{plan}/lessons', {
          params: { path: { plan } },
          body: { ...values, why: values.why || undefined, evidence: values.evidence || undefined, review, tags: values.tags.split(',').map((tag) => tag.trim()).filter(Boolean) },
        }),
      ),
    {
      invalidate: [['lessons'], ...(review ? [reviewKey(review)] : [])],
      done: words.recorded,
      form,
      onDone: () => {
        form.reset();
        setOpened(false);
      },
    },
  );
  if (!mayWrite) return null;
  return (
    <>
      <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setOpened(true)}>
        {words.record}
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title={words.record} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
        <form onSubmit={form.onSubmit((values) => record.mutate(values))}>
          <Stack gap="sm">
            <Textarea label={words.situation} required autosize minRows={1} data-autofocus {...form.getInputProps('situation')} />
            <Textarea label={words.happened} required autosize minRows={1} {...form.getInputProps('happened')} />
            <Textarea label={words.why} autosize minRows={1} {...form.getInputProps('why')} />
            <Textarea label={words.recommendation} required autosize minRows={1} {...form.getInputProps('recommendation')} />
            <TextInput label={words.evidence} {...form.getInputProps('evidence')} />
            <TextInput label={words.tags} description={words.tagsHint} {...form.getInputProps('tags')} />
            <ProblemAlert problem={record.problem} form={form} />
            <Button type="submit" loading={record.isPending} style={{ alignSelf: 'flex-end' }}>
              {words.record}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
