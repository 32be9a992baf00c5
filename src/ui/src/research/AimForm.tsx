import { answer, client } from '../api';
import { t } from '../texts';
import { numberOrNull, optionsOf, orNull, researchKeys, type Schemas, type Values } from './sheet';
import { type Field, SheetModal } from './SheetModal';
import { useAudiences } from './useResearch';

const words = t.research.people;
type Aim = Schemas['AimView'];

const days = t.fields.days.map(([value]) => ({ value, label: t.fields.longDays[value] ?? value }));

function sheetOf(values: Values): Schemas['AimSheet'] {
  return {
    network: values.network as string,
    what: values.what as string,
    direction: values.direction as Schemas['AimDirection'],
    perWeek: numberOrNull(values.perWeek) ?? 0,
    audience: orNull(values.audience as string),
    day: orNull(values.day as Schemas['IsoDayOfWeek']),
    at: values.at ? `${String(values.at).slice(0, 5)}:00` : null,
    why: orNull(values.why as string),
  };
}

/** What a department wants of a channel: how much of what, for whom, and the slot it claims. */
export function AimForm({ plan, aim, departments, onClose }: { plan: string; aim?: Aim; departments: Schemas['DepartmentView'][]; onClose: () => void }) {
  const audiences = (useAudiences(plan).data ?? []).map((each) => ({ value: each.id, label: each.sheet.name }));
  const fields: Field[] = [
    ...(aim ? [] : [{ key: 'department', kind: 'select' as const, label: words.department, required: true, options: departments.map((each) => ({ value: each.id, label: each.sheet.name })) }]),
    { key: 'network', kind: 'network', label: words.network, required: true },
    { key: 'what', kind: 'text', label: words.what, hint: words.whatHint, required: true },
    { key: 'direction', kind: 'select', label: words.direction, options: optionsOf(words.directions), required: true },
    { key: 'perWeek', kind: 'number', label: words.perWeek, required: true },
    { key: 'audience', kind: 'select', label: words.forWhom, hint: words.forWhomHint, options: audiences },
    { key: 'day', kind: 'select', label: words.slotDay, hint: words.slotHint, options: days },
    { key: 'at', kind: 'time', label: words.slotAt },
    { key: 'why', kind: 'text', label: t.research.register.why },
  ];
  const sheet = aim?.sheet;
  return (
    <SheetModal
      title={aim ? words.changeAim(aim.departmentName) : words.addAim}
      fields={fields}
      initial={{
        department: departments[0]?.id ?? null,
        network: sheet?.network ?? '',
        what: sheet?.what ?? '',
        direction: sheet?.direction ?? 'atLeast',
        perWeek: sheet?.perWeek ?? 1,
        audience: sheet?.audience ?? null,
        day: sheet?.day ?? null,
        at: sheet?.at?.slice(0, 5) ?? '',
        why: sheet?.why ?? '',
      }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) =>
        aim
          ? answer(client.PUT('/api/v1/department-aims/{aim}', { params: { path: { aim: aim.id } }, body: { sheet: sheetOf(values) } }))
          : answer(client.POST('/api/v1/departments/{department}/aims', { params: { path: { department: values.department as string } }, body: { sheet: sheetOf(values) } }))
      }
    />
  );
}
