import { answer, client, useRead } from '../api';
import { t } from '../texts';
import { evidenceOf, evidenceValues, linesOf, optionsOf, orNull, researchKeys, type Schemas, today } from './sheet';
import { type Field, SheetModal } from './SheetModal';

const words = t.research.findings;

/** A finding written down or changed. */
export function FindingForm({ plan, finding, onClose }: { plan: string; finding?: Schemas['FindingView']; onClose: () => void }) {
  const params = { path: { plan } };
  const interviews = useRead(['research', plan, 'interviews'], () => answer(client.GET('/api/v1/plans/{plan}/interviews', { params })));
  const surveys = useRead(['research', plan, 'surveys'], () => answer(client.GET('/api/v1/plans/{plan}/surveys', { params })));
  const references = [
    ...(interviews.data?.interviews ?? []).map((interview) => ({ value: interview.id as string, label: `${interview.sheet.name}, ${interview.departmentName}` })),
    ...(surveys.data ?? []).map((survey) => ({ value: survey.id as string, label: survey.sheet.title })),
  ];
  const fields: Field[] = [
    { key: 'text', kind: 'long', label: words.text, hint: words.textHint, required: true },
    { key: 'area', kind: 'select', label: words.area, options: optionsOf(words.areas), required: true },
    { key: 'sourceKind', kind: 'select', label: words.sourceKind, options: optionsOf(words.sourceKinds), required: true },
    { key: 'sourceName', kind: 'text', label: words.sourceName },
    { key: 'reference', kind: 'select', label: words.reference, options: references },
    { key: 'sourceOn', kind: 'date', label: words.sourceOn },
    { key: 'sourceLink', kind: 'text', label: words.sourceLink },
    { key: 'sample', kind: 'number', label: words.sample },
    { key: 'quote', kind: 'long', label: words.quote },
    { key: 'need', kind: 'select', label: words.need, options: optionsOf(t.research.needs) },
    { key: 'segment', kind: 'select', label: words.segment, options: optionsOf(t.research.segments) },
    { key: 'tags', kind: 'lines', label: words.tags },
  ];
  const sheet = finding?.sheet;
  return (
    <SheetModal
      title={finding ? t.research.edit : words.add}
      fields={fields}
      initial={{ text: sheet?.text ?? '', area: sheet?.area ?? 'customers', need: sheet?.need ?? null, segment: sheet?.segment ?? null, quote: sheet?.quote ?? '', tags: (sheet?.tags ?? []).join('\n'), ...evidenceValues(sheet?.source, today()) }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const body = {
          sheet: {
            text: values.text as string,
            area: values.area as Schemas['SituationArea'],
            source: evidenceOf(values),
            need: orNull(values.need as Schemas['ResearchNeed']),
            segment: orNull(values.segment as Schemas['CustomerSegment']),
            quote: orNull(values.quote as string),
            tags: linesOf(values.tags),
          },
        };
        return finding ? answer(client.PUT('/api/v1/findings/{finding}', { params: { path: { finding: finding.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/findings', { params, body }));
      }}
    />
  );
}
