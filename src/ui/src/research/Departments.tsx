import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, Empty, StatusMark, useMay, usePeople, useUrl } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { orNull, pairsOf, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.people;
type Row = Schemas['CoverRow'];

/** Who covers what for which department, who was heard, who signed off. */
export function Departments({ plan, matrix }: { plan: string; matrix: Schemas['DepartmentMatrix'] }) {
  const may = useMay('editPlan');
  const [url, setUrl] = useUrl();
  const [row, setOpen] = useState<Row | 'new' | null>(null);
  const open = row ?? (may && url.add === 'department' ? 'new' : null);
  const close = () => {
    setOpen(null);
    if (url.add) setUrl({ add: undefined });
  };
  const invalidate = researchKeys(plan);
  const sign = useCommand((row: Row) => answer(client.POST('/api/v1/departments/{department}/sign-off', { params: { path: { department: row.department.id } }, body: {} })), { invalidate, done: (row) => words.signedOff(row.department.sheet.name) });
  const columns: Column<Row>[] = [
    { key: 'name', title: words.department, cell: (row) => row.department.sheet.name, sort: (row) => row.department.sheet.name, primary: true },
    {
      key: 'heard',
      title: words.heard,
      cell: (row) => (
        <StatusMark tone={row.interviewed ? 'good' : 'warn'} icon={row.interviewed ? IconCircleCheck : IconAlertTriangle}>
          {row.interviewed ? words.heard : words.notHeard}
        </StatusMark>
      ),
      sort: (row) => row.interviewed,
    },
    ...matrix.areas.map(
      (area, place): Column<Row> => ({
        key: `area${place}`,
        title: area,
        cell: (row) =>
          row.cells[place]?.who ?? (
            <StatusMark tone="warn" icon={IconAlertTriangle}>
              {words.nobody}
            </StatusMark>
          ),
      }),
    ),
    {
      key: 'signed',
      title: words.signed,
      cell: (row) =>
        row.department.signedOff ? (
          <StatusMark tone="good" icon={IconCircleCheck}>
            {row.department.signOff?.by ?? words.signed}
          </StatusMark>
        ) : may ? (
          <Button size="compact-sm" variant="default" onClick={() => sign.mutate(row)} aria-label={`${words.signOff}: ${row.department.sheet.name}`}>
            {words.signOff}
          </Button>
        ) : (
          words.notSigned
        ),
    },
  ];
  const add = may ? () => setOpen('new') : undefined;
  return (
    <Section title={words.matrix} action={add && matrix.rows.length > 0 && <Button variant="default" onClick={add}>{words.addDepartment}</Button>}>
      <DataTable
        name="departments"
        label={words.matrix}
        rows={matrix.rows}
        columns={columns}
        rowKey={(row) => row.department.id}
        rowName={(row) => row.department.sheet.name}
        onOpen={may ? setOpen : undefined}
        empty={<Empty title={words.emptyTitle} text={words.empty} action={add && { label: words.addDepartment, onClick: add }} />}
      />
      {open && <DepartmentForm plan={plan} row={open === 'new' ? undefined : open} onClose={close} />}
    </Section>
  );
}

function DepartmentForm({ plan, row, onClose }: { plan: string; row?: Row; onClose: () => void }) {
  const { people, nameOf } = usePeople();
  const sheet = row?.department.sheet;
  const remove = useCommand(() => answer(client.DELETE('/api/v1/departments/{department}', { params: { path: { department: row?.department.id ?? '' } } })), { invalidate: researchKeys(plan), done: t.research.removed, onDone: onClose });
  return (
      <SheetModal
        title={row ? t.research.edit : words.addDepartment}
        fields={[
          { key: 'name', kind: 'text', label: words.department, required: true },
          { key: 'contact', kind: 'text', label: words.contact },
          { key: 'goals', kind: 'long', label: words.goals },
          { key: 'cover', kind: 'lines', label: words.cover, hint: words.coverHint },
          ...(row ? [{ key: 'remove', kind: 'check' as const, label: t.research.remove }] : []),
        ]}
        initial={{ name: sheet?.name ?? '', contact: sheet?.contact ?? '', goals: sheet?.goals ?? '', cover: (sheet?.cover ?? []).map((each) => `${each.area}: ${each.person ?? nameOf(each.member) ?? ''}`).join('\n'), remove: false }}
        invalidate={researchKeys(plan)}
        onClose={onClose}
        onSend={(values) => {
          if (values.remove) return remove.mutateAsync();
          const cover = pairsOf(values.cover).map(([area, who]) => {
            const member = people.find((person) => person.name === who)?.id ?? null;
            return { area: area || who, member, person: member ? null : who };
          });
          const body = { sheet: { name: values.name as string, contact: orNull(values.contact as string), goals: orNull(values.goals as string), cover } };
          return row ? answer(client.PUT('/api/v1/departments/{department}', { params: { path: { department: row.department.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/departments', { params: { path: { plan } }, body }));
        }}
      />
  );
}
