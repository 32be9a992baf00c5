import { Button, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { type Column, DataTable, DetailPanel, Empty, ListWithDetail, Loaded, NoData, Page, ProblemAlert, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { inboxTabs } from './tabs';

type Answer = components['schemas']['CannedAnswerView'];
const words = t.inbox.answers;
const after = [['inbox']];
const variablesOf = (text: string) => [...new Set([...text.matchAll(/\{\{\s*([^{}\r\n]{1,60}?)\s*\}\}/g)].map((found) => found[1]!))];
const add = (brand: string, title: string, text: string) => answer(client.POST('/api/v1/canned-answers', { body: { brand, title, text } }));

const columns: Column<Answer>[] = [
  { key: 'title', title: words.name, primary: true, cell: (one) => one.title, sort: (one) => one.title },
  { key: 'text', title: words.text, hideBelow: 720, cell: (one) => <Text size="sm" lineClamp={2}>{one.text}</Text> },
  { key: 'variables', title: words.variables, hideBelow: 960, cell: (one) => variablesOf(one.text).join(', ') || <NoData reason={words.noVariables} /> },
];

/** What is answered often, thought through once. */
export default function AnswersPage() {
  const brand = useBrand();
  const may = useMay('reply');
  const [url, setUrl] = useUrl();
  const read = useRead(['inbox', 'answers', brand.id], () => answer(client.GET('/api/v1/canned-answers', { params: { query: { brand: brand.id } } })));
  const begin = () => setUrl({ answer: 'new' }, true);
  useVerb(may ? { id: 'inbox.answer', label: words.add, run: begin, keywords: ['canned', 'template'] } : null);
  const open = url.answer === 'new' ? null : read.data?.find((one) => one.id === url.answer);
  const close = () => setUrl({ answer: undefined });
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={inboxTabs}
      action={
        may && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={begin}>
            {words.add}
          </Button>
        )
      }
    >
      <ListWithDetail detail={url.answer && open !== undefined && <AnswerPanel key={url.answer} one={open} may={may} onClose={close} />}>
        <Loaded read={read}>
          {(answers) => (
            <DataTable
              label={words.title}
              rows={answers}
              columns={columns}
              rowKey={(one) => one.id}
              rowName={(one) => one.title}
              searchText={(one) => `${one.title} ${one.text}`}
              onOpen={(one) => setUrl({ answer: one.id }, true)}
              openKey={url.answer}
              empty={<Empty title={words.emptyTitle} text={words.empty} action={may ? { label: words.add, onClick: begin } : undefined} />}
            />
          )}
        </Loaded>
      </ListWithDetail>
    </Page>
  );
}

function AnswerPanel({ one, may, onClose }: { one: Answer | null; may: boolean; onClose: () => void }) {
  const brand = useBrand();
  const form = useForm({
    initialValues: { title: one?.title ?? '', text: one?.text ?? '' },
    validate: { title: (value) => (value.trim() === '' ? words.nameMissing : null), text: (value) => (value.trim() === '' ? words.textMissing : null) },
  });
  const save = useCommand(
    ({ title, text }: typeof form.values) =>
      one ? answer(client.PUT('/api/v1/canned-answers/{answer}', { params: { path: { answer: one.id } }, body: { title, text, ifVersion: one.version } })) : add(brand.id, title, text),
    { form, invalidate: after, done: (_, made) => (one ? words.saved : words.added)(made.title), onDone: onClose },
  );
  const remove = useCommand((gone: Answer) => answer(client.DELETE('/api/v1/canned-answers/{answer}', { params: { path: { answer: gone.id } } })), {
    invalidate: after,
    done: (gone) => words.removed(gone.title),
    undo: (gone) => add(brand.id, gone.title, gone.text),
    onDone: onClose,
  });
  return (
    <DetailPanel
      title={one?.title ?? words.add}
      onClose={onClose}
      actions={
        one &&
        may && (
          <Button variant="default" size="compact-sm" leftSection={<IconTrash size={15} aria-hidden />} onClick={() => remove.mutate(one)}>
            {words.remove}
          </Button>
        )
      }
    >
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
        <Stack gap="md">
          <TextInput label={words.name} maxLength={120} readOnly={!may} data-autofocus {...form.getInputProps('title')} />
          <Textarea label={words.text} description={words.textHint} autosize minRows={4} maxRows={14} maxLength={5000} readOnly={!may} {...form.getInputProps('text')} />
          <ProblemAlert problem={save.problem} form={form} />
          {may && (
            <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
              {one ? t.actions.save : words.add}
            </Button>
          )}
        </Stack>
      </form>
    </DetailPanel>
  );
}
