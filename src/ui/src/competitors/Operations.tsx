import { Anchor, Button, Group, NumberInput, Table, Text, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand, useRead } from '../api';
import { formatNumber, InlineEdit, ProblemAlert, useBrand, useMay, usePlan } from '../shared';
import { t } from '../texts';
import type { Operation } from './data';

const words = t.competitors.operations;

/** New ways to use the networks, ranked by impact over effort. */
export function Operations() {
  const brand = useBrand();
  const mayTakePart = useMay('takePart');
  const read = useRead(['competitors', brand.id, 'operations'], () => answer(client.GET('/api/v1/operations', { params: { query: { brand: brand.id } } })));
  return (
    <section aria-label={words.title}>
      <Title order={2} size="md">
        {words.title}
      </Title>
      <Text c="dimmed" mb="sm">
        {words.purpose}
      </Text>
      {read.data && read.data.length > 0 && (
        <Table.ScrollContainer minWidth={520}>
          <Table verticalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.idea}</Table.Th>
                <Table.Th ta="right">{words.impact}</Table.Th>
                <Table.Th ta="right">{words.effort}</Table.Th>
                <Table.Th ta="right">{words.score}</Table.Th>
                <Table.Th />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {read.data.map((operation) => (
                <Row key={operation.id} operation={operation} mayEdit={mayTakePart} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mayTakePart && <AddOperation />}
    </section>
  );
}

function Row({ operation, mayEdit }: { operation: Operation; mayEdit: boolean }) {
  const { plan } = usePlan();
  const mayPlan = useMay('editPlan');
  const params = { path: { operation: operation.id } };
  const invalidate = [['competitors']];
  const patch = (body: { title?: string; impact?: number; effort?: number; archived?: boolean }) => answer(client.PATCH('/api/v1/operations/{operation}', { params, body }));
  const change = useCommand(patch, { invalidate });
  const archive = useCommand(() => patch({ archived: true }), { invalidate, done: words.archived, undo: () => patch({ archived: false }) });
  const start = useCommand((into: string) => answer(client.POST('/api/v1/operations/{operation}/start', { params, body: { plan: into } })), { invalidate: [...invalidate, ['work']], done: words.started(operation.title) });
  const number = (key: 'impact' | 'effort') => (
    <NumberInput
      key={operation[key]}
      aria-label={`${words[key]}: ${operation.title}`}
      w={72}
      ml="auto"
      min={1}
      max={5}
      clampBehavior="strict"
      defaultValue={operation[key]}
      onBlur={({ currentTarget }) => Number(currentTarget.value) !== operation[key] && currentTarget.value !== '' && change.mutate({ [key]: Number(currentTarget.value) })}
      disabled={!mayEdit}
    />
  );
  return (
    <Table.Tr>
      <Table.Td>
        <InlineEdit label={words.idea} value={operation.title} onSave={(title) => change.mutate({ title })} disabled={!mayEdit} />
        {operation.network && (
          <Text size="sm" c="dimmed">
            {operation.network}
          </Text>
        )}
      </Table.Td>
      <Table.Td ta="right">{number('impact')}</Table.Td>
      <Table.Td ta="right">{number('effort')}</Table.Td>
      <Table.Td ta="right" className="figures">
        {formatNumber(operation.score, 2)}
      </Table.Td>
      <Table.Td>
        <Group gap="xs" justify="flex-end" wrap="nowrap">
          {operation.action ? (
            <Anchor component={Link} to="/actions" search={{ work: operation.action } as never} size="sm">
              {words.isAction}
            </Anchor>
          ) : (
            mayPlan &&
            plan && (
              <Button variant="default" size="compact-sm" loading={start.isPending} onClick={() => start.mutate(plan.id)}>
                {words.start}
              </Button>
            )
          )}
          {mayEdit && (
            <Button variant="subtle" size="compact-sm" onClick={() => archive.mutate()}>
              {words.archive}
            </Button>
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}

function AddOperation() {
  const brand = useBrand();
  const form = useForm({ initialValues: { title: '', impact: 3, effort: 3 } });
  const add = useCommand((values: typeof form.values) => answer(client.POST('/api/v1/operations', { body: { ...values, brand: brand.id } })), { form, invalidate: [['competitors']], onDone: () => form.reset() });
  return (
    <form noValidate onSubmit={form.onSubmit((values) => add.mutate(values))}>
      <Group align="flex-start" mt="sm" gap="sm">
        <TextInput label={words.idea} placeholder={words.example} style={{ flex: '1 1 240px' }} {...form.getInputProps('title')} />
        <NumberInput label={words.impact} w={90} min={1} max={5} {...form.getInputProps('impact')} />
        <NumberInput label={words.effort} w={90} min={1} max={5} {...form.getInputProps('effort')} />
        <Button type="submit" variant="default" mt={25} loading={add.isPending}>
          {words.add}
        </Button>
      </Group>
      <ProblemAlert problem={add.problem} form={form} />
    </form>
  );
}
