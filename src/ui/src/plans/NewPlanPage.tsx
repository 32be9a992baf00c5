import { Button, Group, Stack, Stepper, Text, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, useCommand } from '../api';
import { Page, ProblemAlert, useBrand, useUrl } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { keptDraft } from '../shared/forms/keptDraft';
import { t } from '../texts';
import { OpenPlanFile } from './OpenPlanFile';
import { TemplateChooser } from './TemplateChooser';

const words = t.plans.start;

const steps = ['goal', 'template', 'name'] as const;

/** The wizard begins with the goal; a template fills the rest, or nothing does. Each step has its address, so that Back is the step before. */
export default function NewPlanPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const step = Math.max(0, steps.indexOf(url.step as (typeof steps)[number]));
  const setStep = (to: number) => setUrl({ step: to === 0 ? undefined : steps[to] }, true);
  const draft = keptDraft(`plan of ${brand.id}`, {
    goal: '',
    problem: '',
    template: null as string | null,
    title: `${brand.name} ${new Date().getFullYear()}`,
    start: new Date().toISOString().slice(0, 10),
    end: '',
  });
  const form = useForm({ initialValues: draft.read(), onValuesChange: draft.keep });
  const create = useCommand(
    async (values: typeof form.values) => {
      const goal = values.goal.trim();
      const plan = await answer(
        client.POST('/api/v1/plans', {
          body: {
            brand: brand.id,
            title: values.title,
            goalStatement: goal || undefined,
            problem: values.problem || undefined,
            template: values.template ?? undefined,
            start: values.start || undefined,
            end: values.end || undefined,
          },
        }),
      );
      if (goal !== '') await answer(client.POST('/api/v1/goals', { body: { plan: plan.id, title: goal } }));
      return plan;
    },
    {
      invalidate: [['plans'], ['goals']],
      form,
      done: words.created,
      onDone: draft.drop,
      goTo: (plan) => ({ to: '/plan/guide', search: { plan: plan.id } }),
    },
  );
  const foot = (canGoOn: boolean) => (
    <Group justify="space-between">
      {step > 0 ? (
        <Button variant="default" onClick={() => setStep(step - 1)}>
          {words.back}
        </Button>
      ) : (
        <span />
      )}
      <Group>
        {step === 0 && !canGoOn && (
          <Button variant="subtle" onClick={() => setStep(1)}>
            {words.skip}
          </Button>
        )}
        <Button disabled={!canGoOn} onClick={() => setStep(step + 1)}>
          {words.next}
        </Button>
      </Group>
    </Group>
  );
  return (
    <Page title={words.title} purpose={words.purpose} help={t.plans.help}>
      <Stepper active={step} onStepClick={setStep} maw={860} size="sm">
        <Stepper.Step label={words.steps.goal}>
          <Stack mt="md">
            <TextInput label={words.goalQuestion} description={words.goalHint} maxLength={300} autoFocus {...form.getInputProps('goal')} />
            <Textarea label={words.problemQuestion} description={t.plans.words.problemHint} autosize minRows={2} maxLength={4000} {...form.getInputProps('problem')} />
            {foot(form.values.goal.trim() !== '')}
          </Stack>
        </Stepper.Step>
        <Stepper.Step label={words.steps.template}>
          <Stack mt="md">
            <TemplateChooser value={form.values.template} onChange={(template) => form.setFieldValue('template', template)} />
            {foot(true)}
          </Stack>
        </Stepper.Step>
        <Stepper.Step label={words.steps.name}>
          <form onSubmit={form.onSubmit((values) => create.mutate(values))}>
            <Stack mt="md">
              <TextInput label={words.name} description={words.nameHint} required maxLength={120} {...form.getInputProps('title')} />
              <Group grow align="flex-start">
                <DateField label={t.plans.dates.start} {...form.getInputProps('start')} />
                <DateField label={t.plans.dates.end} description={<Text span size="xs">{t.plans.dates.open}</Text>} inputWrapperOrder={['label', 'input', 'description', 'error']} {...form.getInputProps('end')} />
              </Group>
              <ProblemAlert problem={create.problem} form={form} />
              <Group justify="space-between">
                <Button variant="default" onClick={() => setStep(1)}>
                  {words.back}
                </Button>
                <Button type="submit" loading={create.isPending}>
                  {words.create}
                </Button>
              </Group>
            </Stack>
          </form>
        </Stepper.Step>
      </Stepper>
      {step === 0 && <OpenPlanFile />}
    </Page>
  );
}
