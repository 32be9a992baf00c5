import { Button, Modal, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Loaded, ProblemAlert, useBrand } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
import { t } from '../texts';
import { accountKeys } from './useAccounts';

const words = t.audits.rules;
type Rules = components['schemas']['AuditRulesView'];
type Spans = Pick<Rules, 'attestEvery' | 'chaseAfter' | 'searchEvery' | 'auditEvery'>;

/** The spans the server takes. */
const ranges: Record<keyof Spans, [number, number]> = { attestEvery: [7, 730], chaseAfter: [1, 90], searchEvery: [7, 730], auditEvery: [30, 730] };
const spans = Object.keys(ranges) as (keyof Spans)[];

/** How often the accounts of the brand are looked after. */
export function RulesForm({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const brand = useBrand();
  const read = useRead(['audit-rules', brand.id], () => answer(client.GET('/api/v1/audit-rules', { params: { query: { brand: brand.id } } })), { enabled: opened });
  return (
    <Modal opened={opened} onClose={onClose} title={words.title} closeButtonProps={{ 'aria-label': t.actions.close }}>
      <Loaded read={read}>{(rules) => <Fields rules={rules} onClose={onClose} />}</Loaded>
    </Modal>
  );
}

function Fields({ rules, onClose }: { rules: Rules; onClose: () => void }) {
  const brand = useBrand();
  const before = Object.fromEntries(spans.map((span) => [span, rules[span]])) as Spans;
  const form = useForm<Spans>({ initialValues: before });
  const set = (values: Spans) => answer(client.PUT('/api/v1/audit-rules', { body: { brand: brand.id, ...values } }));
  const save = useCommand(set, { form, invalidate: [...accountKeys, ['audit-rules'], ['cases'], ['searches']], done: words.saved, undo: () => set(before), onDone: onClose });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack gap="md">
        {spans.map((span) => (
          <NumberField key={span} label={words.spans[span]} description={words.hints[span]} suffix={words.days} min={ranges[span][0]} max={ranges[span][1]} allowDecimal={false} {...form.getInputProps(span)} />
        ))}
        <ProblemAlert problem={save.problem} form={form} />
        <Button type="submit" loading={save.isPending} style={{ alignSelf: 'flex-start' }}>
          {words.save}
        </Button>
      </Stack>
    </form>
  );
}
