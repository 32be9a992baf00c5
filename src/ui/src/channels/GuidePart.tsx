import { SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { onLeaving } from '../shared/forms/onLeaving';
import { t } from '../texts';
import { alliesOf, alliesText } from './avoided';
import { afterPositioning, linesOf, type Positioning } from './usePositioning';

const words = t.positioning;
type Guide = components['schemas']['ContentGuide'];

/** What every channel promotes and leaves out, and who the friends are. */
export function GuidePart({ position, disabled }: { position: Positioning; disabled: boolean }) {
  const put = (guide: Guide) => answer(client.PUT('/api/v1/plans/{plan}/positioning', { params: { path: { plan: position.plan } }, body: { guide } }));
  return <GuideForm guide={position.guide} put={put} invalidate={afterPositioning} disabled={disabled} />;
}

interface FormProps {
  guide: Guide;
  put: (guide: Guide) => Promise<unknown>;
  invalidate: string[][];
  disabled: boolean;
}

export function GuideForm({ guide, put, invalidate, disabled }: FormProps) {
  const form = useForm({ initialValues: { promote: (guide.promote ?? []).join('\n'), avoid: (guide.avoid ?? []).join('\n'), allies: alliesText(guide.allies ?? []) } });
  const save = useCommand((values: typeof form.values) => put({ promote: linesOf(values.promote), avoid: linesOf(values.avoid), allies: alliesOf(values.allies) }), {
    form,
    invalidate,
    done: words.guideSaved,
    undo: () => put(guide),
  });
  const order = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Textarea label={words.promote} description={words.lines} autosize minRows={2} disabled={disabled} inputWrapperOrder={order} {...form.getInputProps('promote')} />
          <Textarea label={words.avoidContent} description={words.avoidContentHint} autosize minRows={2} disabled={disabled} inputWrapperOrder={order} {...form.getInputProps('avoid')} />
        </SimpleGrid>
        <Textarea label={words.allies} description={words.alliesHint} autosize minRows={2} disabled={disabled} inputWrapperOrder={order} {...form.getInputProps('allies')} />
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
