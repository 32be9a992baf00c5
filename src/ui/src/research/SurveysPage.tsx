import { Button } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { type Column, DataTable, Day, Empty, ListWithDetail, Loaded, Page, StatusMark, useMay, usePlan, useUrl, WithPlan } from '../shared';
import { t } from '../texts';
import { type Schemas } from './sheet';
import { SurveyEditor } from './SurveyEditor';
import { SurveyPanel } from './SurveyPanel';
import { useResearchTabs } from './useTabs';

const words = t.research.surveys;
type Survey = Schemas['SurveyView'];
const looks = { draft: { tone: 'calm', icon: IconCircleDashed }, open: { tone: 'good', icon: IconCircleCheck }, closed: { tone: 'info', icon: IconCircleX } } as const;

const columns: Column<Survey>[] = [
  { key: 'title', title: words.name, cell: (survey) => survey.sheet.title, sort: (survey) => survey.sheet.title, primary: true },
  { key: 'status', title: words.status, cell: (survey) => <StatusMark {...looks[survey.status]}>{words.statuses[survey.status]}</StatusMark>, sort: (survey) => survey.status },
  { key: 'answers', title: words.answers, align: 'right', cell: (survey) => survey.answers, sort: (survey) => survey.answers },
  { key: 'closesOn', title: words.closesOn, cell: (survey) => survey.sheet.closesOn && <Day date={survey.sheet.closesOn} />, sort: (survey) => survey.sheet.closesOn, hideBelow: 720, hideInCard: (survey) => !survey.sheet.closesOn },
];

export default function SurveysPage() {
  const may = useMay('editPlan');
  const { plan } = usePlan();
  const [editing, setEditing] = useState<Survey | 'new' | null>(null);
  const add = may ? () => setEditing('new') : undefined;
  return (
    <Page
      title={t.research.title}
      purpose={words.purpose}
      help={t.research.help}
      tabs={useResearchTabs()}
      action={
        add &&
        plan && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>
        {(chosen) => (
          <>
            <Surveys plan={chosen.id} onAdd={add} onEdit={may ? setEditing : undefined} />
            {editing && <SurveyEditor plan={chosen.id} survey={editing === 'new' ? undefined : editing} onClose={() => setEditing(null)} />}
          </>
        )}
      </WithPlan>
    </Page>
  );
}

function Surveys({ plan, onAdd, onEdit }: { plan: string; onAdd?: () => void; onEdit?: (survey: Survey) => void }) {
  const [url, setUrl] = useUrl();
  const read = useRead(['research', plan, 'surveys'], () => answer(client.GET('/api/v1/plans/{plan}/surveys', { params: { path: { plan } } })));
  const opened = read.data?.find((survey) => survey.id === url.survey);
  return (
    <ListWithDetail detail={opened && <SurveyPanel key={opened.id} plan={plan} survey={opened} onEdit={onEdit && (() => onEdit(opened))} onClose={() => setUrl({ survey: undefined })} />}>
      <Loaded read={read}>
        {(surveys) => (
          <DataTable
            label={t.research.tabs.surveys}
            rows={surveys}
            columns={columns}
            rowKey={(survey) => survey.id}
            rowName={(survey) => survey.sheet.title}
            openKey={url.survey}
            onOpen={(survey) => setUrl({ survey: survey.id }, true)}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={onAdd && { label: words.add, onClick: onAdd }} />}
          />
        )}
      </Loaded>
    </ListWithDetail>
  );
}
