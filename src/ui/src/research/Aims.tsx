import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Loaded, NetworkMark, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { AimForm } from './AimForm';
import { Section } from './Section';
import { researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';
import { useAudiences } from './useResearch';

const words = t.research.people;
type Aim = Schemas['AimView'];

/** "Monday, 09:00". */
const slotOf = ({ sheet }: Aim) => sheet.day && [t.fields.longDays[sheet.day] ?? sheet.day, sheet.at?.slice(0, 5)].filter(Boolean).join(', ');

/** What departments want of the channels, and where two of them cannot both have it. */
export function Aims({ plan, departments }: { plan: string; departments: Schemas['DepartmentView'][] }) {
  const may = useMay('editPlan');
  const mayRun = useMay('runPlan');
  const [open, setOpen] = useState<{ aim?: Aim } | { conflict: Schemas['AimConflict'] } | null>(null);
  const invalidate = researchKeys(plan);
  const read = useRead(['research', plan, 'aims'], () => answer(client.GET('/api/v1/plans/{plan}/department-aims', { params: { path: { plan } } })));
  const remove = useCommand((aim: Aim) => answer(client.DELETE('/api/v1/department-aims/{aim}', { params: { path: { aim: aim.id } } })), {
    invalidate,
    done: t.research.removed,
    undo: ({ department, sheet }) => answer(client.POST('/api/v1/departments/{department}/aims', { params: { path: { department } }, body: { sheet } })),
  });
  const audiences = useAudiences(plan).data ?? [];
  const columns: Column<Aim>[] = [
    { key: 'department', title: words.department, cell: (aim) => aim.departmentName, sort: (aim) => aim.departmentName, primary: true },
    { key: 'network', title: words.network, cell: (aim) => <NetworkMark network={aim.sheet.network} />, sort: (aim) => aim.sheet.network },
    { key: 'what', title: words.what, cell: (aim) => `${words.directions[aim.sheet.direction]} ${aim.sheet.perWeek} ${aim.sheet.what}` },
    { key: 'audience', title: words.forWhom, cell: (aim) => audiences.find((each) => each.id === aim.sheet.audience)?.sheet.name ?? words.everybody, hideBelow: 720 },
    { key: 'slot', title: words.slot, cell: (aim) => slotOf(aim), hideBelow: 720, hideInCard: (aim) => !aim.sheet.day },
    {
      key: 'verbs',
      title: t.research.remove,
      hideTitle: true,
      cell: (aim) =>
        may && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(aim)} aria-label={`${t.research.remove}: ${aim.departmentName}, ${aim.sheet.what}`}>
            {t.research.remove}
          </Button>
        ),
    },
  ];
  return (
    <Section title={words.aims} action={may && <Button variant="default" onClick={() => setOpen({ aim: undefined })}>{words.addAim}</Button>}>
      <Loaded read={read}>
        {(board) => (
          <Stack gap="sm">
            <DataTable name="aims" label={words.aims} rows={board.aims} columns={columns} rowKey={(aim) => aim.id} rowName={(aim) => `${aim.departmentName}, ${aim.sheet.what}`} onOpen={may ? (aim) => setOpen({ aim }) : undefined} empty={<Text c="dimmed">{words.noAims}</Text>} />
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
                    <Button size="compact-md" onClick={() => setOpen({ conflict })}>
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
      {open && 'aim' in open && <AimForm plan={plan} aim={open.aim} departments={departments} onClose={() => setOpen(null)} />}
      {open && 'conflict' in open && (
        <SheetModal
          title={open.conflict.message}
          fields={[{ key: 'decision', kind: 'long', label: words.decision, required: true }]}
          initial={{ decision: '' }}
          verb={words.settle}
          invalidate={invalidate}
          onClose={() => setOpen(null)}
          onSend={(values) => answer(client.POST('/api/v1/plans/{plan}/department-aims/settle', { params: { path: { plan } }, body: { conflict: open.conflict.key, decision: values.decision as string } }))}
        />
      )}
    </Section>
  );
}
