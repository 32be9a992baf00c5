import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Loaded, NetworkMark, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { numberOrNull, optionsOf, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.people;
type Aim = Schemas['AimView'];

/** What departments want of the channels, and where two of them cannot both have it. */
export function Aims({ plan, departments }: { plan: string; departments: Schemas['DepartmentView'][] }) {
  const may = useMay('editPlan');
  const mayRun = useMay('runPlan');
  const [open, setOpen] = useState<'new' | Schemas['AimConflict'] | null>(null);
  const invalidate = researchKeys(plan);
  const read = useRead(['research', plan, 'aims'], () => answer(client.GET('/api/v1/plans/{plan}/department-aims', { params: { path: { plan } } })));
  const remove = useCommand((aim: string) => answer(client.DELETE('/api/v1/department-aims/{aim}', { params: { path: { aim } } })), { invalidate, done: t.research.removed });
  const columns: Column<Aim>[] = [
    { key: 'department', title: words.department, cell: (aim) => aim.departmentName, sort: (aim) => aim.departmentName, primary: true },
    { key: 'network', title: words.network, cell: (aim) => <NetworkMark network={aim.sheet.network} />, sort: (aim) => aim.sheet.network },
    { key: 'what', title: words.what, cell: (aim) => `${words.directions[aim.sheet.direction]} ${aim.sheet.perWeek} ${aim.sheet.what}` },
    {
      key: 'verbs',
      title: t.research.remove,
      hideTitle: true,
      cell: (aim) =>
        may && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(aim.id)} aria-label={`${t.research.remove}: ${aim.departmentName}, ${aim.sheet.what}`}>
            {t.research.remove}
          </Button>
        ),
    },
  ];
  return (
    <Section title={words.aims} action={may && <Button variant="default" onClick={() => setOpen('new')}>{words.addAim}</Button>}>
      <Loaded read={read}>
        {(board) => (
          <Stack gap="sm">
            <DataTable name="aims" label={words.aims} rows={board.aims} columns={columns} rowKey={(aim) => aim.id} rowName={(aim) => `${aim.departmentName}, ${aim.sheet.what}`} empty={<Text c="dimmed">{words.noAims}</Text>} />
            {board.aims.length > 0 && board.conflicts.length === 0 && <Text c="dimmed">{words.noConflicts}</Text>}
            {board.conflicts.map((conflict) => (
              <Paper key={conflict.key} withBorder p="sm" component="article">
                <Group justify="space-between">
                  <div>
                    <Text>{conflict.message}</Text>
                    {conflict.decision && <Text fw={600}>{conflict.decision}</Text>}
                  </div>
                  {conflict.decision ? (
                    <StatusMark tone="good" icon={IconCircleCheck}>
                      {words.settled(conflict.settledBy ?? '')}
                    </StatusMark>
                  ) : mayRun ? (
                    <Button size="compact-md" onClick={() => setOpen(conflict)}>
                      {words.settle}
                    </Button>
                  ) : (
                    <StatusMark tone="warn" icon={IconAlertTriangle}>
                      {words.conflicts}
                    </StatusMark>
                  )}
                </Group>
              </Paper>
            ))}
          </Stack>
        )}
      </Loaded>
      {open === 'new' && (
        <SheetModal
          title={words.addAim}
          fields={[
            { key: 'department', kind: 'select', label: words.department, required: true, options: departments.map((each) => ({ value: each.id, label: each.sheet.name })) },
            { key: 'network', kind: 'network', label: words.network, required: true },
            { key: 'what', kind: 'text', label: words.what, hint: words.whatHint, required: true },
            { key: 'direction', kind: 'select', label: words.direction, options: optionsOf(words.directions), required: true },
            { key: 'perWeek', kind: 'number', label: words.perWeek, required: true },
            { key: 'why', kind: 'text', label: t.research.register.why },
          ]}
          initial={{ department: departments[0]?.id ?? null, network: '', what: '', direction: 'atLeast', perWeek: 1, why: '' }}
          invalidate={invalidate}
          onClose={() => setOpen(null)}
          onSend={(values) =>
            answer(
              client.POST('/api/v1/departments/{department}/aims', {
                params: { path: { department: values.department as string } },
                body: { sheet: { network: values.network as string, what: values.what as string, direction: values.direction as Schemas['AimDirection'], perWeek: numberOrNull(values.perWeek) ?? 0, why: (values.why as string) || null } },
              }),
            )
          }
        />
      )}
      {open && open !== 'new' && (
        <SheetModal
          title={open.message}
          fields={[{ key: 'decision', kind: 'long', label: words.decision, required: true }]}
          initial={{ decision: '' }}
          verb={words.settle}
          invalidate={invalidate}
          onClose={() => setOpen(null)}
          onSend={(values) => answer(client.POST('/api/v1/plans/{plan}/department-aims/settle', { params: { path: { plan } }, body: { conflict: open.key, decision: values.decision as string } }))}
        />
      )}
    </Section>
  );
}
