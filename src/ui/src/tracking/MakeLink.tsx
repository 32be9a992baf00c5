import { Button, Modal, Paper, Select, SimpleGrid, Stack, Switch, Text, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { answer, client, type components, useCommand, useRead } from '../api';
import { ProblemAlert, useBrand } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { toFirstError } from '../shared/forms/firstError';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { media } from './media';
import { placeOf } from './place';
import { PlaceSelect } from './PlaceSelect';

const words = t.tracking.links;
const end = t.links.end;
const nothing = { target: '', title: '', code: '', place: '', tagged: true, source: '', medium: 'social', campaign: '', content: '', ends: false, lastDay: '', mostClicks: '' as number | string, fallback: '' };
type Values = typeof nothing;

/** Only what was filled in; without tags none of them. */
function tagsOf({ tagged, source, medium, campaign, content }: Values) {
  return tagged ? { source, medium, campaign, content: content || undefined } : {};
}

/** When it ends; without an end none of it. */
function endOf({ ends, lastDay, mostClicks, fallback }: Values) {
  return ends ? { lastDay: lastDay || undefined, mostClicks: mostClicks === '' ? undefined : Number(mostClicks), fallback: fallback.trim() || undefined } : {};
}

/** Where the link would lead, while it is being written. */
function Preview({ values }: { values: Values }) {
  const brand = useBrand();
  const [settled] = useDebouncedValue(values, 300);
  const ready = /^https?:\/\/\S+\.\S/i.test(settled.target) && (!settled.tagged || (settled.source !== '' && settled.campaign !== ''));
  const read = useRead(
    ['link-preview', brand.id, settled],
    () => answer(client.GET('/api/v1/links/preview', { params: { query: { brand: brand.id, target: settled.target, ...tagsOf(settled) } } })),
    { enabled: ready, keep: true },
  );
  if (!ready || (!read.data && !read.problem)) return null;
  return (
    <Paper p="sm" aria-live="polite">
      <Text size="xs" c="dimmed">
        {words.preview}
      </Text>
      <Text ff="monospace" size="sm" style={{ overflowWrap: 'anywhere' }}>
        {read.problem ? read.problem.message : read.data?.destination}
      </Text>
      {!read.problem && read.data && (
        <Text size="xs" c="dimmed">
          {words.outcomes[read.data.outcome]}
        </Text>
      )}
    </Paper>
  );
}

/** A new short address, its tags shown as they will be. */
export function MakeLink({ opened, onClose, onMade }: { opened: boolean; onClose: () => void; onMade: (link: components['schemas']['LinkView']) => void }) {
  const brand = useBrand();
  const policy = useRead(['link-policy', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/link-policy', { params: { path: { brand: brand.id } } })), { enabled: opened });
  const { sources = [], campaigns = [], templates = [] } = policy.data ?? {};
  const form = useForm({
    initialValues: nothing,
    validate: {
      target: (value) => (value.trim() === '' ? words.targetMissing : null),
      source: (value, { tagged }) => (tagged && !value.trim() ? words.sourceMissing : null),
      campaign: (value, { tagged }) => (tagged && !value.trim() ? words.campaignMissing : null),
    },
  });
  const make = useCommand(
    (values: Values) =>
      answer(client.POST('/api/v1/links', { body: { brand: brand.id, target: values.target, title: values.title || undefined, code: values.code || undefined, place: placeOf(values.place) ?? undefined, ...tagsOf(values), ...endOf(values) } })),
    {
      form,
      done: (_, link) => words.madeSaid(link.short),
      invalidate: [['links', brand.id]],
      onDone: (link) => {
        form.reset();
        onMade(link);
      },
    },
  );
  return (
    <Modal opened={opened} onClose={onClose} title={words.make} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => make.mutate(values), toFirstError)}>
        <Stack gap="md">
          <TextInput label={words.target} description={words.targetHint} type="url" data-autofocus {...form.getInputProps('target')} />
          <Switch label={words.withTags} {...form.getInputProps('tagged', { type: 'checkbox' })} />
          {form.values.tagged && (
            <>
              {templates.length > 0 && (
                <Select
                  label={t.links.make.template}
                  placeholder={t.links.make.templateNone}
                  data={templates.map((one) => one.name)}
                  onChange={(name) => {
                    const start = templates.find((one) => one.name === name);
                    if (start) form.setValues({ source: start.source, medium: start.medium, campaign: start.campaign ?? form.values.campaign, content: start.content ?? form.values.content });
                  }}
                />
              )}
              <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
                {sources.length > 0 ? (
                  <Select label={words.source} data={sources} searchable {...form.getInputProps('source')} />
                ) : (
                  <TextInput label={words.source} description={words.sourceHint} {...form.getInputProps('source')} />
                )}
                <Select label={words.medium} description={words.mediumHint} data={media} searchable {...form.getInputProps('medium')} />
              </SimpleGrid>
              <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
              {campaigns.length > 0 ? (
                <Select label={words.campaign} data={campaigns} searchable {...form.getInputProps('campaign')} />
              ) : (
                <TextInput label={words.campaign} description={words.campaignHint} {...form.getInputProps('campaign')} />
              )}
              <TextInput label={words.content} description={words.contentHint} {...form.getInputProps('content')} />
              </SimpleGrid>
            </>
          )}
          <Preview values={form.values} />
          <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
            <TextInput label={words.name} description={words.nameHint} {...form.getInputProps('title')} />
            <TextInput label={words.code} description={words.codeHint} {...form.getInputProps('code')} />
          </SimpleGrid>
          <PlaceSelect description={words.placeHint} {...form.getInputProps('place')} />
          <Switch label={words.withEnd} {...form.getInputProps('ends', { type: 'checkbox' })} />
          {form.values.ends && (
            <>
              <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: 'end' }}>
                <DateField label={end.lastDay} description={end.lastDayHint} {...form.getInputProps('lastDay')} />
                <NumberField label={end.most} description={end.mostHint} min={1} max={1_000_000_000} allowDecimal={false} {...form.getInputProps('mostClicks')} />
              </SimpleGrid>
              <TextInput label={end.fallback} description={end.fallbackHint} type="url" {...form.getInputProps('fallback')} />
            </>
          )}
          <ProblemAlert problem={make.problem} form={form} />
          <Button type="submit" loading={make.isPending} style={{ alignSelf: 'flex-start' }}>
            {words.make}
          </Button>
        </Stack>
      </form>
    </Modal>
  );
}
