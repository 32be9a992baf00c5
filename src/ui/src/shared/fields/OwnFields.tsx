import { Select, Stack, Textarea, TextInput, Title } from '@mantine/core';
import { useEffect, useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../../api';
import { t } from '../../texts';
import { useMay } from '../frame/useAccount';
import { DateField } from '../forms/DateField';

type Field = components['schemas']['NodeFieldView'];

const words = t.fields.own;

/** The fields an organisation added to a thing, each saved when it is left: `<OwnFields node={goal.id} />`. Nothing where there are none. */
export function OwnFields({ node }: { node: string }) {
  const read = useRead(['own-fields', node], () => answer(client.GET('/api/v1/nodes/{node}/fields', { params: { path: { node } } })));
  if (!read.data || read.data.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={words.title}>
      <Title order={3}>{words.title}</Title>
      {read.data.map((field) => (
        <OneField key={field.field} node={node} field={field} />
      ))}
    </Stack>
  );
}

function OneField({ node, field }: { node: string; field: Field }) {
  const mayEdit = useMay('editPlan');
  const stored = field.value ?? '';
  const [value, setValue] = useState(stored);
  useEffect(() => setValue(stored), [stored]);
  const put = (next: string) => answer(client.PUT('/api/v1/nodes/{node}/fields/{field}', { params: { path: { node, field: field.field } }, body: { value: next || null } }));
  const write = useCommand(put, { invalidate: [['own-fields', node], ['journal']], inTurn: node, done: words.saved(field.label), undo: () => put(stored), quiet: true });
  const save = (next: string) => {
    setValue(next);
    if (next.trim() !== stored) write.mutate(next.trim());
  };
  const common = { label: field.label, description: field.hint ?? undefined, disabled: !mayEdit, error: write.problem?.message };
  if (field.type === 'choice' || field.type === 'yesNo') {
    const known = field.type === 'yesNo' ? Object.entries(words.answers).map(([key, label]) => ({ value: key, label })) : field.choices.map((choice) => ({ value: choice, label: choice }));
    // What was chosen before the choices changed stays to be read.
    const data = stored === '' || known.some((choice) => choice.value === stored) ? known : [...known, { value: stored, label: stored }];
    return <Select {...common} data={data} value={value || null} clearable onChange={(next) => save(next ?? '')} />;
  }
  if (field.type === 'date') return <DateField {...common} value={value} onChange={save} />;
  const onBlur = () => save(value);
  if (field.type === 'number') return <TextInput {...common} inputMode="decimal" value={value} onChange={(event) => setValue(event.currentTarget.value)} onBlur={onBlur} />;
  return <Textarea {...common} autosize minRows={1} maxLength={2000} value={value} onChange={(event) => setValue(event.currentTarget.value)} onBlur={onBlur} />;
}
