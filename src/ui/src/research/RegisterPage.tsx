import { Button } from '@mantine/core';
import { IconClockExclamation, IconMessageQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand, useRead } from '../api';
import { type Column, DataTable, Empty, type Filter, Loaded, Page, StatusMark, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { evidenceOf, evidenceValues, optionsOf, orNull, pairsOf, researchKeys, type Schemas, today } from './sheet';
import { SheetModal } from './SheetModal';
import { useResearchTabs } from './useTabs';

const words = t.research.register;
type Technique = Schemas['TechniqueView'];
const filters: Filter<Technique>[] = [{ key: 'status', label: words.status, options: optionsOf(words.statuses), test: (each, value) => each.sheet.status === value }];

export default function RegisterPage() {
  return (
    <Page title={t.research.title} purpose={words.purpose} help={t.research.help} tabs={useResearchTabs()}>
      <WithPlan>{(plan) => <Register plan={plan.id} />}</WithPlan>
    </Page>
  );
}

function Register({ plan }: { plan: string }) {
  const may = useMay('editPlan');
  const [open, setOpen] = useState<Technique | 'new' | null>(null);
  const invalidate = researchKeys(plan);
  const read = useRead(['research', plan, 'techniques'], () => answer(client.GET('/api/v1/plans/{plan}/techniques', { params: { path: { plan } } })));
  const remove = useCommand((technique: string) => answer(client.DELETE('/api/v1/techniques/{technique}', { params: { path: { technique } } })), { invalidate, done: t.research.removed });
  const columns: Column<Technique>[] = [
    { key: 'name', title: words.name, cell: (each) => each.sheet.name, sort: (each) => each.sheet.name, primary: true },
    { key: 'status', title: words.status, cell: (each) => words.statuses[each.sheet.status], sort: (each) => each.sheet.status },
    { key: 'kind', title: words.kind, cell: (each) => words.kinds[each.sheet.kind], sort: (each) => each.sheet.kind, hideBelow: 720 },
    {
      key: 'evidence',
      title: words.evidence,
      cell: (each) =>
        each.opinionOnly ? (
          <StatusMark tone="warn" icon={IconMessageQuestion}>
            {words.opinionOnly}
          </StatusMark>
        ) : each.stale ? (
          <StatusMark tone="warn" icon={IconClockExclamation}>
            {t.research.findings.gaps.stale}
          </StatusMark>
        ) : (
          (each.sheet.evidence ?? []).map((evidence) => evidence.name).join(', ')
        ),
    },
    { key: 'opinions', title: words.opinions, cell: (each) => (each.sheet.opinions ?? []).map((opinion) => `${opinion.who}: ${opinion.says}`).join('; '), hideBelow: 960 },
    {
      key: 'verbs',
      title: t.research.edit,
      hideTitle: true,
      cell: (each) =>
        may && (
          <Button size="compact-sm" variant="subtle" color="red" onClick={() => remove.mutate(each.id)} aria-label={`${t.research.remove}: ${each.sheet.name}`}>
            {t.research.remove}
          </Button>
        ),
    },
  ];
  const add = may ? () => setOpen('new') : undefined;
  return (
    <>
      <Loaded read={read}>
        {(rows) => (
          <>
            {may && rows.length > 0 && (
              <Button mb="md" onClick={add}>
                {words.add}
              </Button>
            )}
            <DataTable label={t.research.tabs.register} rows={rows} columns={columns} filters={filters} rowKey={(each) => each.id} rowName={(each) => each.sheet.name} onOpen={may ? setOpen : undefined} empty={<Empty title={words.emptyTitle} text={words.empty} action={add && { label: words.add, onClick: add }} />} />
          </>
        )}
      </Loaded>
      {open && <TechniqueForm plan={plan} technique={open === 'new' ? undefined : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function TechniqueForm({ plan, technique, onClose }: { plan: string; technique?: Technique; onClose: () => void }) {
  const sheet = technique?.sheet;
  const [first, ...others] = sheet?.evidence ?? [];
  return (
    <SheetModal
      title={technique ? t.research.edit : words.add}
      fields={[
        { key: 'name', kind: 'text', label: words.name, required: true },
        { key: 'kind', kind: 'select', label: words.kind, options: optionsOf(words.kinds), required: true },
        { key: 'status', kind: 'select', label: words.status, options: optionsOf(words.statuses), required: true },
        { key: 'why', kind: 'long', label: words.why },
        { key: 'sourceName', kind: 'text', label: words.evidenceName },
        { key: 'sourceOn', kind: 'date', label: words.evidenceOn },
        { key: 'sourceLink', kind: 'text', label: t.research.findings.sourceLink },
        { key: 'opinions', kind: 'lines', label: words.opinions, hint: words.opinionsHint },
      ]}
      initial={{ name: sheet?.name ?? '', kind: sheet?.kind ?? 'tactic', status: sheet?.status ?? 'trial', why: sheet?.why ?? '', opinions: (sheet?.opinions ?? []).map((each) => `${each.who}: ${each.says}`).join('\n'), ...evidenceValues(first, today()) }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) => {
        const evidence = evidenceOf(values);
        const body = {
          sheet: {
            name: values.name as string,
            kind: values.kind as Schemas['TechniqueKind'],
            status: values.status as Schemas['TechniqueStatus'],
            why: orNull(values.why as string),
            evidence: evidence ? [evidence, ...others] : others,
            opinions: pairsOf(values.opinions).map(([who, says]) => ({ who: who || t.research.any, says })),
          },
        };
        return technique ? answer(client.PUT('/api/v1/techniques/{technique}', { params: { path: { technique: technique.id } }, body })) : answer(client.POST('/api/v1/plans/{plan}/techniques', { params: { path: { plan } }, body }));
      }}
    />
  );
}
