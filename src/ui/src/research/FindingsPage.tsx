import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Empty, type Filter, ListWithDetail, Loaded, Page, StatusMark, useMay, useUrl, useVerb, usePlan, WithPlan } from '../shared';
import { t } from '../texts';
import { FindingForm } from './FindingForm';
import { FindingPanel } from './FindingPanel';
import { optionsOf, type Schemas } from './sheet';
import { useFindings } from './useResearch';
import { useResearchTabs } from './useTabs';

const words = t.research.findings;
type Finding = Schemas['FindingView'];

const filters: Filter<Finding>[] = [
  { key: 'gap', label: words.gapsTitle, options: optionsOf(words.gaps), test: (finding, value) => finding.gaps.includes(value as Finding['gaps'][number]) },
  { key: 'area', label: words.area, options: optionsOf(words.areas), test: (finding, value) => finding.sheet.area === value },
];

const columns: Column<Finding>[] = [
  { key: 'text', title: words.text, cell: (finding) => finding.sheet.text, sort: (finding) => finding.sheet.text, primary: true },
  { key: 'area', title: words.area, cell: (finding) => words.areas[finding.sheet.area], sort: (finding) => words.areas[finding.sheet.area], hideBelow: 960 },
  {
    key: 'source',
    title: words.source,
    cell: (finding) => finding.sheet.source?.name ?? <Text span c="dimmed">{words.opinion}</Text>,
    sort: (finding) => finding.sheet.source?.name,
    hideBelow: 720,
  },
  { key: 'ledTo', title: words.ledTo, cell: (finding) => finding.links.map((link) => link.title).join(', ') || (finding.asideWhy ? words.nothing : ''), hideBelow: 960 },
  {
    key: 'gaps',
    title: words.gapsTitle,
    cell: (finding) =>
      finding.gaps[0] ? (
        <StatusMark tone="warn" icon={IconAlertTriangle}>
          {finding.gaps.map((gap) => words.gaps[gap]).join(', ')}
        </StatusMark>
      ) : (
        <StatusMark tone="good" icon={IconCircleCheck}>
          {words.complete}
        </StatusMark>
      ),
    sort: (finding) => finding.gaps.length,
  },
];

export default function FindingsPage() {
  const may = useMay('takePart');
  const { plan } = usePlan();
  const [, setUrl] = useUrl();
  const add = () => setUrl({ add: 'finding' }, true);
  useVerb(may && plan ? { id: 'research.finding', label: words.add, run: add, keywords: ['evidence', 'source'] } : null);
  return (
    <Page
      title={t.research.title}
      purpose={words.purpose}
      help={t.research.help}
      tabs={useResearchTabs()}
      action={
        may &&
        plan && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(chosen) => <Findings plan={chosen.id} onAdd={may ? add : undefined} />}</WithPlan>
    </Page>
  );
}

function Findings({ plan, onAdd }: { plan: string; onAdd?: () => void }) {
  const [url, setUrl] = useUrl();
  const read = useFindings(plan);
  const opened = read.data?.find((finding) => finding.id === url.finding);
  return (
    <ListWithDetail detail={opened && <FindingPanel key={opened.id} plan={plan} finding={opened} onClose={() => setUrl({ finding: undefined })} />}>
      <Loaded read={read}>
        {(findings) => (
          <DataTable
            label={t.research.tabs.findings}
            rows={findings}
            columns={columns}
            filters={filters}
            rowKey={(finding) => finding.id}
            rowName={(finding) => finding.sheet.text}
            searchText={(finding) => `${finding.sheet.text} ${finding.sheet.source?.name ?? ''} ${(finding.sheet.tags ?? []).join(' ')}`}
            openKey={url.finding}
            onOpen={(finding) => setUrl({ finding: finding.id }, true)}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={onAdd && { label: words.add, onClick: onAdd }} />}
          />
        )}
      </Loaded>
      {url.add === 'finding' && <FindingForm plan={plan} onClose={() => setUrl({ add: undefined })} />}
    </ListWithDetail>
  );
}
