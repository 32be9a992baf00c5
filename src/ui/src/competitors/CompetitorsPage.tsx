import { ActionIcon, Button, Checkbox, Group, Menu } from '@mantine/core';
import { IconDots, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Day, Empty, formatNumber, ListWithDetail, Loaded, NetworkMark, NoData, Page, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { AddRival } from './AddRival';
import { type Rival, useRivals } from './data';
import { ImportFigures } from './ImportFigures';
import { ReadFigures } from './ReadFigures';
import { RivalPanel } from './RivalPanel';
import { rivalTabs } from './tabs';

const words = t.competitors;

/** Who courts the same people, where they are, and when they were last looked at. */
export default function CompetitorsPage() {
  const [url, setUrl] = useUrl();
  const mayEdit = useMay('editPlan');
  const mayType = useMay('editNumbers');
  const rivals = useRivals(url.archive === 'yes');
  const add = () => setUrl({ add: 'rival' }, true);
  useVerb(mayEdit ? { id: 'competitors.add', label: words.add, run: add, keywords: ['rival', 'benchmark'] } : null);
  const open = rivals.data?.find((rival) => rival.id === url.competitor);
  const columns: Column<Rival>[] = [
    { key: 'name', title: words.name, primary: true, cell: (r) => r.name, sort: (r) => r.name },
    { key: 'kind', title: words.kind, cell: (r) => words.kinds[r.kind], sort: (r) => r.kind },
    {
      key: 'where',
      title: words.where,
      cell: (r) =>
        r.accounts.length === 0 ? (
          <NoData reason={words.nowhere} />
        ) : (
          <Group gap="xs">
            {r.accounts.map((account) => (
              <NetworkMark key={account.key} network={account.network} />
            ))}
          </Group>
        ),
      sort: (r) => r.accounts.length,
    },
    { key: 'practices', title: words.practicesSeen, align: 'right', cell: (r) => formatNumber(r.practices, 0), sort: (r) => r.practices, hideBelow: 960 },
    { key: 'last', title: words.lastFigures, cell: (r) => (r.lastFigures ? <Day date={r.lastFigures} /> : <NoData reason={words.noFigures} />), sort: (r) => r.lastFigures },
  ];
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={rivalTabs}
      action={
        <Group gap="xs" wrap="nowrap">
          {mayEdit && (
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
              {words.add}
            </Button>
          )}
          {mayType && (
            <Menu position="bottom-end">
              <Menu.Target>
                <ActionIcon variant="default" size={36} aria-label={words.more}>
                  <IconDots size={18} aria-hidden />
                </ActionIcon>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={() => setUrl({ add: 'import' }, true)}>{words.import.title}</Menu.Item>
                <ReadFigures />
              </Menu.Dropdown>
            </Menu>
          )}
        </Group>
      }
    >
      <ListWithDetail detail={open && <RivalPanel key={open.id} rival={open} onClose={() => setUrl({ competitor: undefined })} />}>
        <Loaded read={rivals}>
          {(rows) => (
            <DataTable
              label={words.title}
              rows={rows}
              columns={columns}
              rowKey={(r) => r.id}
              rowName={(r) => r.name}
              searchText={(r) => `${r.name} ${r.position ?? ''} ${r.accounts.map((account) => account.handle).join(' ')}`}
              openKey={url.competitor}
              onOpen={(r) => setUrl({ competitor: r.id }, true)}
              empty={<Empty title={words.emptyTitle} text={words.empty} action={mayEdit ? { label: words.add, onClick: add } : undefined} />}
            />
          )}
        </Loaded>
        <Checkbox mt="md" label={words.showArchive} checked={url.archive === 'yes'} onChange={(event) => setUrl({ archive: event.currentTarget.checked ? 'yes' : undefined, competitor: undefined })} />
      </ListWithDetail>
      <AddRival opened={mayEdit && url.add === 'rival'} onClose={() => setUrl({ add: undefined })} onAdded={(id) => setUrl({ add: undefined, competitor: id })} />
      {mayType && url.add === 'import' && <ImportFigures onClose={() => setUrl({ add: undefined })} />}
    </Page>
  );
}
