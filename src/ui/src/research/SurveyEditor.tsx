import { ActionIcon, Button, Checkbox, Fieldset, Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconTrash } from '@tabler/icons-react';
import { answer, client, useCommand } from '../api';
import { ProblemAlert, useUrl } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { toFirstError } from '../shared/forms/firstError';
import { t } from '../texts';
import { linesOf, optionsOf, orNull, pairsOf, researchKeys, type Schemas } from './sheet';

const words = t.research.surveys;
type Kind = Schemas['QuestionKind'];

interface Draft {
  key: string | null;
  text: string;
  kind: Kind;
  options: string;
  required: boolean;
  personal: boolean;
}

const fresh: Draft = { key: null, text: '', kind: 'nps', options: '', required: false, personal: false };
const hasOptions = (kind: Kind) => kind === 'choice' || kind === 'choices' || kind === 'origin';

/** The questions of a survey, one under the other, as the public will read them. */
export function SurveyEditor({ plan, survey, onClose }: { plan: string; survey?: Schemas['SurveyView']; onClose: () => void }) {
  const [, setUrl] = useUrl();
  const sheet = survey?.sheet;
  const form = useForm({
    initialValues: {
      title: sheet?.title ?? '',
      intro: sheet?.intro ?? '',
      thanks: sheet?.thanks ?? '',
      consent: sheet?.consent ?? '',
      closesOn: sheet?.closesOn ?? '',
      invitedOnly: sheet?.invitedOnly ?? false,
      themes: (sheet?.themes ?? []).map((theme) => `${theme.name}: ${theme.words.join(', ')}`).join('\n'),
      questions: sheet?.questions.map((question): Draft => ({ key: question.key ?? null, text: question.text, kind: question.kind, options: (question.options ?? []).join('\n'), required: question.required, personal: question.personal })) ?? [fresh],
    },
    validate: {
      title: (value) => (value.trim() === '' ? words.nameMissing : null),
      questions: {
        text: (value) => (value.trim() === '' ? words.questionMissing : null),
        options: (value, values, path) => (hasOptions(values.questions[Number(path.split('.')[1])]?.kind ?? 'text') && linesOf(value).length < 2 ? words.optionsMissing : null),
      },
    },
  });
  // What was just written is opened or given out next.
  const opened = (saved: Schemas['SurveyView']) => {
    onClose();
    setUrl({ survey: saved.id }, true);
  };
  const save = useCommand(
    (values: typeof form.values) => {
      const body = {
        sheet: {
          title: values.title,
          intro: orNull(values.intro),
          thanks: orNull(values.thanks),
          consent: orNull(values.consent),
          closesOn: orNull(values.closesOn),
          invitedOnly: values.invitedOnly,
          themes: pairsOf(values.themes).map(([name, list]) => ({ name: name || list, words: list.split(',').map((word) => word.trim()).filter(Boolean) })),
          questions: values.questions.map((question) => ({ key: question.key, text: question.text, kind: question.kind, options: hasOptions(question.kind) ? linesOf(question.options) : null, required: question.required, personal: question.personal })),
        },
      };
      return survey ? answer(client.PUT('/api/v1/surveys/{survey}', { params: { path: { survey: survey.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/surveys', { params: { path: { plan } }, body }));
    },
    { form, invalidate: researchKeys(plan), done: t.research.saved, onDone: opened },
  );
  return (
    <Modal opened onClose={onClose} title={survey ? t.research.edit : words.add} size="xl" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values), toFirstError)}>
        <Stack gap="sm">
          <TextInput label={words.name} withAsterisk data-autofocus {...form.getInputProps('title')} />
          <Textarea label={words.intro} autosize minRows={2} {...form.getInputProps('intro')} />
          {form.values.questions.map((question, place) => (
            // The place is what tells a question that has no key yet.
            <Fieldset key={`${question.key ?? 'new'}-${place}`} legend={`${words.question} ${place + 1}`}>
              <Stack gap="xs">
                <Group align="flex-end" wrap="nowrap">
                  <TextInput label={words.question} withAsterisk style={{ flex: 1 }} {...form.getInputProps(`questions.${place}.text`)} />
                  <ActionIcon variant="subtle" color="red" size="lg" aria-label={`${words.removeQuestion} ${place + 1}`} onClick={() => form.removeListItem('questions', place)}>
                    <IconTrash size={18} />
                  </ActionIcon>
                </Group>
                <Select label={words.kind} data={optionsOf(words.kinds)} {...form.getInputProps(`questions.${place}.kind`)} />
                {hasOptions(question.kind) && <Textarea label={words.options} description={t.research.linesHint} withAsterisk autosize minRows={2} {...form.getInputProps(`questions.${place}.options`)} />}
                <Group>
                  <Checkbox label={words.required} {...form.getInputProps(`questions.${place}.required`, { type: 'checkbox' })} />
                  {question.kind === 'text' && <Checkbox label={words.personal} {...form.getInputProps(`questions.${place}.personal`, { type: 'checkbox' })} />}
                </Group>
              </Stack>
            </Fieldset>
          ))}
          <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => form.insertListItem('questions', fresh)}>
            {words.addQuestion}
          </Button>
          <Textarea label={words.thanks} autosize minRows={1} {...form.getInputProps('thanks')} />
          <Textarea label={words.consent} description={words.consentHint} autosize minRows={1} {...form.getInputProps('consent')} />
          <Textarea label={words.themes} description={words.themesHint} autosize minRows={1} {...form.getInputProps('themes')} />
          <DateField label={words.closesOn} {...form.getInputProps('closesOn')} />
          <Checkbox label={words.invitedOnly} {...form.getInputProps('invitedOnly', { type: 'checkbox' })} />
          <ProblemAlert problem={save.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.research.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t.research.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
