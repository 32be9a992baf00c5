import { SimpleGrid, Stack, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand, useRead } from '../api';
import { FormSkeleton, Loaded, ProblemAlert, useBrand } from '../shared';
import { onLeaving } from '../shared/forms/onLeaving';
import { t } from '../texts';
import { avoidedOf, avoidedText } from './avoided';
import { linesOf } from './usePositioning';

const words = t.positioning;
type Words = components['schemas']['BrandWords'];

/** The brand's words; they hold for every plan. */
export function WordsPart({ disabled }: { disabled: boolean }) {
  const brand = useBrand();
  const read = useRead(['brand', brand.id, 'words'], () => answer(client.GET('/api/v1/brands/{brand}/words', { params: { path: { brand: brand.id } } })));
  return (
    <Loaded read={read} skeleton={<FormSkeleton fields={2} />}>
      {(data) => <WordsForm key={JSON.stringify(data)} brand={brand.id} stored={data} disabled={disabled} />}
    </Loaded>
  );
}

function WordsForm({ brand, stored, disabled }: { brand: string; stored: Words; disabled: boolean }) {
  const form = useForm({ initialValues: { use: stored.use.join('\n'), avoid: avoidedText(stored.avoid) } });
  const put = (body: Words) => answer(client.PUT('/api/v1/brands/{brand}/words', { params: { path: { brand } }, body }));
  const save = useCommand((values: typeof form.values) => put({ use: linesOf(values.use), avoid: avoidedOf(values.avoid) }), {
    form,
    invalidate: [['brand', brand, 'words'], ['calendar', 'check'], ['writing-aid']],
    done: words.wordsSaved,
    undo: () => put(stored),
  });
  const keep = form.onSubmit((values) => save.mutate(values));
  return (
    <form noValidate onSubmit={keep} onBlur={onLeaving(() => form.isDirty() && keep())}>
      <Stack gap="sm">
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Textarea label={words.use} description={words.lines} autosize minRows={3} disabled={disabled} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('use')} />
          <Textarea label={words.avoid} description={words.avoidHint} autosize minRows={3} disabled={disabled} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('avoid')} />
        </SimpleGrid>
        <ProblemAlert problem={save.problem} form={form} />
      </Stack>
    </form>
  );
}
