import { Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { onLeaving } from '../shared/forms/onLeaving';
import { t } from '../texts';
import { afterPositioning, type Positioning } from './usePositioning';

const words = t.positioning;

/** Brand position, social concept, voice: each follows from the one before. */
export function PositionForm({ position, disabled }: { position: Positioning; disabled: boolean }) {
  const stored = { brandPosition: position.brandPosition ?? '', socialConcept: position.socialConcept ?? '', voice: position.voice ?? '' };
  const form = useForm({ initialValues: stored });
  const put = (values: typeof stored) => answer(client.PUT('/api/v1/plans/{plan}/positioning', { params: { path: { plan: position.plan } }, body: values }));
  const save = useCommand(put, { form, invalidate: afterPositioning, done: words.saved, undo: () => put(stored) });
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <Textarea label={words.brandPosition} description={words.brandPositionHint} autosize minRows={2} disabled={disabled} {...form.getInputProps('brandPosition')} />
        <Textarea label={words.socialConcept} description={words.socialConceptHint} autosize minRows={2} disabled={disabled} {...form.getInputProps('socialConcept')} />
        <Textarea label={words.voice} description={words.voiceHint} autosize minRows={2} disabled={disabled} {...form.getInputProps('voice')} />
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
