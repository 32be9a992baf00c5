import { Alert, Button, Fieldset, Group, NumberInput, Stack, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand } from '../api';
import { FieldError, formatDate, ProblemAlert, useMay } from '../shared';
import { TimeField } from '../shared/forms/TimeField';
import { t } from '../texts';

type Cadence = components['schemas']['CadenceView'];
type HowOften = components['schemas']['HowOften'];
const words = t.calendar.rhythm;

const texts = (often: HowOften) => ({ min: often.min ?? '', target: often.target ?? '', max: often.max ?? '' });
const numbers = (often: ReturnType<typeof texts>): HowOften => ({
  min: often.min === '' ? null : Number(often.min),
  target: often.target === '' ? null : Number(often.target),
  max: often.max === '' ? null : Number(often.max),
});

/** The cadence of one account: at least, aim, at most; how far apart; and when not. */
export function CadenceForm({ cadence, onDone }: { cadence: Cadence; onDone: () => void }) {
  const mayEdit = useMay('editPlan');
  const form = useForm({
    initialValues: {
      day: texts(cadence.day),
      week: texts(cadence.week),
      spacingMinutes: cadence.spacingMinutes,
      from: cadence.quiet?.from.slice(0, 5) ?? '',
      until: cadence.quiet?.until.slice(0, 5) ?? '',
      quiet: null,
    },
    validate: {
      from: (from, { until }) => (from === '' && until !== '' ? words.quietHalf : null),
      until: (until, { from }) => (until === '' && from !== '' ? words.quietHalf : null),
    },
  });
  const path = { account: cadence.account };
  const save = useCommand(
    (values: typeof form.values) =>
      answer(
        client.POST('/api/v1/accounts/{account}/cadence', {
          params: { path },
          body: {
            day: numbers(values.day),
            week: numbers(values.week),
            spacingMinutes: Number(values.spacingMinutes),
            quiet: values.from === '' || values.until === '' ? undefined : { from: `${values.from}:00`, until: `${values.until}:00` },
          },
        }),
      ),
    { form, invalidate: [['calendar']], done: words.saved, onDone },
  );
  const reset = useCommand(() => answer(client.DELETE('/api/v1/accounts/{account}/cadence', { params: { path } })), { invalidate: [['calendar']], done: words.saved, onDone });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="sm">
        <Text size="xs" c="dimmed">
          {cadence.chosen ? words.chosen : words.start}
        </Text>
        {cadence.origin && (
          <Text size="xs" c="dimmed">
            {words.origin(cadence.origin.source, cadence.origin.verifiedOn ? words.asOf(formatDate(cadence.origin.verifiedOn)) : '')}
          </Text>
        )}
        {cadence.warnings.map((warning) => (
          <Alert key={warning} color="yellow">
            {warning}
          </Alert>
        ))}
        {(['day', 'week'] as const).map((span) => (
          <Fieldset key={span} legend={span === 'day' ? words.perDay : words.perWeek} disabled={!mayEdit}>
            <Group grow>
              {(['min', 'target', 'max'] as const).map((end) => (
                <NumberInput
                  key={end}
                  label={words[end]}
                  min={0}
                  allowDecimal={false}
                  aria-describedby={form.errors[span] ? `cadence-${span}` : undefined}
                  {...form.getInputProps(`${span}.${end}`)}
                />
              ))}
            </Group>
            <FieldError id={`cadence-${span}`}>{form.errors[span]}</FieldError>
          </Fieldset>
        ))}
        <NumberInput label={words.spacing} min={0} allowDecimal={false} disabled={!mayEdit} {...form.getInputProps('spacingMinutes')} />
        <Group grow>
          <TimeField label={words.quietFrom} disabled={!mayEdit} {...form.getInputProps('from')} />
          <TimeField label={words.quietUntil} disabled={!mayEdit} {...form.getInputProps('until')} />
        </Group>
        <FieldError id="cadence-quiet">{form.errors.quiet}</FieldError>
        <ProblemAlert problem={save.problem} form={form} />
        {mayEdit && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {words.save}
            </Button>
            {cadence.chosen && (
              <Button variant="default" loading={reset.isPending} onClick={() => reset.mutate()}>
                {words.reset}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
