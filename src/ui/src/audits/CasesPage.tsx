import { Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Day, Empty, Figure, formatNumber, formatPercent, ListWithDetail, Loaded, Moment, NetworkMark, NoData, Page, StatusMark, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { CasePanel } from './CasePanel';
import { CaseStatusMark } from './CaseStatusMark';
import { OpenCase } from './OpenCase';
import { SearchTasks } from './SearchTasks';
import { auditTabs } from './tabs';
import { type Case, useCases } from './useCases';

const words = t.audits.cases;

/** Who passes for the brand, how far the report is, and the searches that find them. */
export default function CasesPage() {
  const [url, setUrl] = useUrl();
  const { zone } = useBrand();
  const mayOpen = useMay('takePart');
  const read = useCases();
  const open = () => setUrl({ add: 'case' }, true);
  const columns: Column<Case>[] = [
    { key: 'who', title: words.who, primary: true, cell: (c) => c.handle ?? c.url.replace(/^https?:\/\//, ''), sort: (c) => c.handle ?? c.url },
    { key: 'network', title: t.audits.network, cell: (c) => <NetworkMark network={c.network} />, sort: (c) => c.network },
    { key: 'status', title: words.status, cell: (c) => <CaseStatusMark status={c.status} />, sort: (c) => c.status },
    { key: 'evidence', title: words.evidence, align: 'right', cell: (c) => formatNumber(c.evidence, 0), sort: (c) => c.evidence, hideBelow: 720 },
    {
      key: 'chase',
      title: words.chaseOn,
      cell: (c) => (c.chase ? <StatusMark tone="warn" icon={IconAlertTriangle}>{words.chaseNow(c.waiting ?? 0)}</StatusMark> : c.chaseOn ? <Day date={c.chaseOn} /> : <NoData reason={words.noAnswerAwaited} />),
      sort: (c) => c.chaseOn,
    },
    { key: 'found', title: words.found, cell: (c) => <Moment at={c.foundAt} zone={zone} />, sort: (c) => c.foundAt, hideBelow: 960 },
  ];
  return (
    <Page
      title={t.audits.title}
      purpose={words.purpose}
      help={words.help}
      tabs={auditTabs}
      action={
        mayOpen && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={open}>
            {words.open}
          </Button>
        )
      }
    >
      <ListWithDetail detail={url.case ? <CasePanel key={url.case} id={url.case} onClose={() => setUrl({ case: undefined })} /> : undefined}>
        <Stack gap="xl">
          <Loaded read={read}>
            {(list) => (
              <Stack gap="md">
                {list.reported > 0 && (
                  <Group gap="lg">
                    <Text>
                      {words.rate} <Figure value={list.removalRate} format={(value) => formatPercent(value, 0)} n={list.reported} reason={words.noRate} />
                    </Text>
                    <Text>
                      {words.median} <Figure value={list.medianDays} format={(value) => words.days(formatNumber(value, 1))} reason={words.noMedian} />
                    </Text>
                  </Group>
                )}
                <DataTable
                  label={words.title}
                  rows={list.cases}
                  columns={columns}
                  rowKey={(c) => c.id}
                  rowName={(c) => c.handle ?? c.url}
                  openKey={url.case}
                  onOpen={(c) => setUrl({ case: c.id }, true)}
                  empty={<Empty title={words.emptyTitle} text={words.empty} action={mayOpen ? { label: words.open, onClick: open } : undefined} />}
                />
              </Stack>
            )}
          </Loaded>
          <SearchTasks />
        </Stack>
      </ListWithDetail>
      <OpenCase opened={mayOpen && url.add === 'case'} onClose={() => setUrl({ add: undefined })} onOpened={(id) => setUrl({ add: undefined, case: id })} />
    </Page>
  );
}
