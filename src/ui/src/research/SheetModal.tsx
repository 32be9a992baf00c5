import { Button, Checkbox, Group, Modal, MultiSelect, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useCommand } from '../api';
import { ProblemAlert } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { NetworkField } from '../shared/forms/NetworkField';
import { TimeField } from '../shared/forms/TimeField';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import type { Values } from './sheet';

export interface Field {
  key: string;
  kind: 'text' | 'long' | 'lines' | 'number' | 'date' | 'time' | 'select' | 'multi' | 'check' | 'network';
  label: string;
  hint?: string;
  required?: boolean;
  options?: { value: string; label: string }[];
}

interface Props<R> {
  title: string;
  fields: Field[];
  initial: Values;
  onSend: (values: Values) => Promise<R>;
  onClose: () => void;
  invalidate: readonly (readonly unknown[])[];
  verb?: string;
  /** What is said afterwards; nothing for null. */
  done?: string | null | ((result: R) => string);
}

/** One thing written down or changed, in a dialog: plain fields, messages beside them, nothing lost when it is refused. */
export function SheetModal<R>({ title, fields, initial, onSend, onClose, invalidate, verb = t.research.save, done = t.research.saved }: Props<R>) {
  const form = useForm<Values>({ initialValues: initial });
  const send = useCommand((values: Values) => onSend(values), { form, invalidate: [...invalidate], done: typeof done === 'function' ? (_, result: R) => done(result) : (done ?? undefined), onDone: onClose });
  return (
    <Modal opened onClose={onClose} title={title} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
      <form noValidate onSubmit={form.onSubmit((values) => send.mutate(values))}>
        <Stack gap="sm">
          {fields.map((field, place) => (
            <Input key={field.key} field={field} first={place === 0} props={form.getInputProps(field.key, { type: field.kind === 'check' ? 'checkbox' : 'input' })} />
          ))}
          <ProblemAlert problem={send.problem} form={form} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t.research.cancel}
            </Button>
            <Button type="submit" loading={send.isPending}>
              {verb}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

function Input({ field, first, props }: { field: Field; first: boolean; props: ReturnType<ReturnType<typeof useForm<Values>>['getInputProps']> }) {
  const all = { label: field.label, description: field.hint, withAsterisk: field.required, 'data-autofocus': first || undefined, ...props };
  switch (field.kind) {
    case 'long':
      return <Textarea autosize minRows={2} {...all} />;
    case 'lines':
      return <Textarea autosize minRows={2} {...all} description={field.hint ?? t.research.linesHint} />;
    case 'number':
      return <NumberField {...all} />;
    case 'date':
      return <DateField {...all} />;
    case 'time':
      return <TimeField {...all} />;
    case 'network':
      return <NetworkField {...all} />;
    case 'select':
      return <Select data={field.options} clearable={!field.required} searchable={(field.options?.length ?? 0) > 8} {...all} />;
    case 'multi':
      return <MultiSelect data={field.options} {...all} />;
    case 'check':
      return <Checkbox label={field.label} description={field.hint} {...props} />;
    default:
      return <TextInput {...all} />;
  }
}
