import { Anchor, Button, Stack, Text } from '@mantine/core';
import { IconCalendar, IconCircleCheck, IconClockExclamation } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { type Column, DataTable, Day, formatPercent, Loaded, StatusMark, useMay, usePeople, useUrl } from '../shared';
import { t } from '../texts';
import { Section } from './Section';
import { linesOf, orNull, researchKeys, type Schemas, today } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.people;
type Interview = Schemas['InterviewView'];
type Department = Schemas['DepartmentView'];

function State({ interview }: { interview: Interview }) {
  if (interview.heldOn)
    return (
      <StatusMark tone="good" icon={IconCircleCheck}>
        {words.held}
      </StatusMark>
    );
  return (
    <StatusMark tone={interview.overdue ? 'bad' : 'info'} icon={interview.overdue ? IconClockExclamation : IconCalendar}>
      {interview.overdue ? words.overdue : interview.sheet.on ? words.planned : words.noDate}
    </StatusMark>
  );
}

const columns: Column<Interview>[] = [
  { key: 'person', title: words.person, cell: (each) => each.sheet.name, sort: (each) => each.sheet.name, primary: true },
  { key: 'department', title: words.department, cell: (each) => each.departmentName, sort: (each) => each.departmentName },
  { key: 'on', title: words.on, cell: (each) => (each.heldOn ?? each.sheet.on) && <Day date={(each.heldOn ?? each.sheet.on) as string} />, sort: (each) => each.heldOn ?? each.sheet.on },
  { key: 'state', title: words.held, cell: (each) => <State interview={each} /> },
  { key: 'findings', title: t.research.tabs.findings, align: 'right', cell: (each) => each.findings, sort: (each) => each.findings, hideBelow: 720 },
];

/** Whom one talked to, whom one still has to. */
export function Interviews({ plan, departments }: { plan: string; departments: Department[] }) {
  const may = useMay('editPlan');
  const [, setUrl] = useUrl();
  const [open, setOpen] = useState<Interview | 'new' | null>(null);
  const read = useRead(['research', plan, 'interviews'], () => answer(client.GET('/api/v1/plans/{plan}/interviews', { params: { path: { plan } } })));
  return (
    <Section title={words.interviews} action={may && departments.length > 0 && <Button onClick={() => setOpen('new')}>{words.addInterview}</Button>}>
      {departments.length === 0 && (
        <Text c="dimmed">
          {words.interviewsNeed}{' '}
          {may && (
            <Anchor component="button" type="button" underline="always" onClick={() => setUrl({ add: 'department' }, true)}>
              {words.addDepartment}
            </Anchor>
          )}
        </Text>
      )}
      <Loaded read={read}>
        {(board) => (
          <Stack gap="xs">
            {board.share !== null && board.share !== undefined && (
              <Text>
                {words.coverage(board.heard, board.departments, formatPercent(board.share, 0))} {board.next.length > 0 && words.next(board.next.slice(0, 3).map((each) => each.sheet.name).join(', '))}
              </Text>
            )}
            {(departments.length > 0 || board.interviews.length > 0) && <DataTable name="interviews" label={words.interviews} rows={board.interviews} columns={columns} rowKey={(each) => each.id} rowName={(each) => each.sheet.name} onOpen={may ? setOpen : undefined} empty={<Text c="dimmed">{words.noInterviews}</Text>} />}
            {open === 'new' && <InterviewForm plan={plan} departments={departments} next={board.next[0]?.id} onClose={() => setOpen(null)} />}
            {open && open !== 'new' && <NotesForm plan={plan} interview={open} onClose={() => setOpen(null)} />}
          </Stack>
        )}
      </Loaded>
    </Section>
  );
}

function InterviewForm({ plan, departments, next, onClose }: { plan: string; departments: Department[]; next?: string; onClose: () => void }) {
  const { people } = usePeople();
  const sets = useRead(['research', plan, 'question-sets'], () => answer(client.GET('/api/v1/plans/{plan}/question-sets', { params: { path: { plan } } })));
  return (
    <SheetModal
      title={words.addInterview}
      fields={[
        { key: 'name', kind: 'text', label: words.person, required: true },
        { key: 'department', kind: 'select', label: words.department, required: true, options: departments.map((each) => ({ value: each.id, label: each.sheet.name })) },
        { key: 'role', kind: 'text', label: words.role },
        { key: 'on', kind: 'date', label: words.on },
        { key: 'interviewer', kind: 'select', label: words.interviewer, options: people.map((person) => ({ value: person.id, label: person.name })) },
        { key: 'questions', kind: 'select', label: words.questions, hint: sets.data?.usual.title, options: (sets.data?.sets ?? []).map((set) => ({ value: set.id, label: set.sheet.title })) },
      ]}
      initial={{ name: '', department: next ?? departments[0]?.id ?? null, role: '', on: '', interviewer: null, questions: null }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      onSend={(values) =>
        answer(
          client.POST('/api/v1/plans/{plan}/interviews', {
            params: { path: { plan } },
            body: { sheet: { name: values.name as string, department: values.department as string, role: orNull(values.role as string), on: orNull(values.on as string), interviewer: orNull(values.interviewer as string), questions: orNull(values.questions as string) } },
          }),
        )
      }
    />
  );
}

/** Question by question what was said; each line of needs becomes a finding. */
function NotesForm({ plan, interview, onClose }: { plan: string; interview: Interview; onClose: () => void }) {
  const answers = interview.questions.map((question, place) => ({ key: `answer${place}`, kind: 'long' as const, label: question.question }));
  return (
    <SheetModal
      title={`${interview.sheet.name}, ${interview.departmentName}`}
      fields={[{ key: 'heldOn', kind: 'date', label: words.heldOn, required: true }, ...answers, { key: 'needs', kind: 'lines', label: words.needsList, hint: words.needsHint }, { key: 'notes', kind: 'long', label: words.notes }]}
      initial={{ heldOn: interview.heldOn ?? today(), needs: interview.needs.join('\n'), notes: interview.notes ?? '', ...Object.fromEntries(interview.questions.map((question, place) => [`answer${place}`, question.answer ?? ''])) }}
      invalidate={researchKeys(plan)}
      onClose={onClose}
      verb={words.write}
      onSend={(values) =>
        answer(
          client.POST('/api/v1/interviews/{interview}/hold', {
            params: { path: { interview: interview.id } },
            body: {
              heldOn: orNull(values.heldOn as string),
              answers: interview.questions.map((question, place) => ({ question: question.question, answer: orNull(values[`answer${place}`] as string) })),
              needs: linesOf(values.needs),
              notes: orNull(values.notes as string),
            },
          }),
        )
      }
    />
  );
}
