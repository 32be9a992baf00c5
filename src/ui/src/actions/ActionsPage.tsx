import { Button, Group, Menu, SegmentedControl, Select } from '@mantine/core';
import { IconChevronDown, IconPlus } from '@tabler/icons-react';
import { Empty, ListWithDetail, Loaded, Page, type PlanLine, useBrand, useMay, useUrl, useVerb, WithPlan } from '../shared';
import { t } from '../texts';
import { AddWork } from './AddWork';
import { AsDone } from './AsDone';
import { Attention } from './Attention';
import { Board } from './Board';
import { Outline } from './Outline';
import { SetUpNetwork } from './SetUpNetwork';
import { actionTabs } from './tabs';
import { Timeline } from './Timeline';
import { useOutline, type Work, type WorkFilter } from './useWork';
import { WorkPanel } from './WorkPanel';

const words = t.actionItems;
type View = keyof typeof words.views;

export default function ActionsPage() {
  const mayChange = useMay('editPlan');
  const [, setUrl] = useUrl();
  const add = (what: string) => () => setUrl({ add: what }, true);
  useVerb(mayChange ? { id: 'actions.add', label: words.add, run: add('action'), keywords: ['task', 'to do'] } : null);
  useVerb(mayChange ? { id: 'actions.tactic', label: words.addTactic, run: add('tactic') } : null);
  useVerb(mayChange ? { id: 'actions.setup', label: words.setUp, run: add('setup'), keywords: ['checklist', 'account'] } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={actionTabs}
      action={
        mayChange && (
          <Button.Group>
            <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add('action')}>
              {words.add}
            </Button>
            <Menu position="bottom-end">
              <Menu.Target>
                <Button aria-label={words.more} px="xs">
                  <IconChevronDown size={16} aria-hidden />
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                <Menu.Item onClick={add('tactic')}>{words.addTactic}</Menu.Item>
                <Menu.Item onClick={add('setup')}>{words.setUp}</Menu.Item>
              </Menu.Dropdown>
            </Menu>
          </Button.Group>
        )
      }
    >
      <WithPlan>{(plan) => <PlanWork plan={plan} mayChange={mayChange} />}</WithPlan>
    </Page>
  );
}

function PlanWork({ plan, mayChange }: { plan: PlanLine; mayChange: boolean }) {
  const [url, setUrl] = useUrl();
  const { zone } = useBrand();
  const filter = url.show as WorkFilter | undefined;
  const all = useOutline(plan.id);
  const shown = useOutline(plan.id, filter);
  const view: View = url.view && url.view in words.views ? (url.view as View) : 'outline';
  // The brand's day, not the reader's.
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(new Date());
  const rows = all.data?.rows ?? [];
  const opened = rows.find((work) => work.id === url.work);
  const open = (work: Work) => setUrl({ work: work.id }, true);
  const closeAdd = () => setUrl({ add: undefined });
  const added = (id: string) => setUrl({ add: undefined, work: id });
  const counts = all.data?.counts ?? [];
  const common = { all: rows, today, openId: opened?.id, disabled: !mayChange, onOpen: open };
  return (
    <>
      <Attention plan={plan.id} />
      <Group mb="md">
        <SegmentedControl aria-label={words.view} data={Object.entries(words.views).map(([value, label]) => ({ value, label }))} value={view} onChange={(value) => setUrl({ view: value === 'outline' ? undefined : value })} />
        <Select
          aria-label={words.filter}
          placeholder={words.all}
          data={counts.map(({ filter: value, count }) => ({ value, label: `${words.filters[value]} (${count})` }))}
          value={filter ?? null}
          onChange={(value) => setUrl({ show: value ?? undefined })}
          clearable
        />
      </Group>
      <ListWithDetail detail={opened && <WorkPanel key={opened.id} work={opened} rows={rows} plan={plan.id} onClose={() => setUrl({ work: undefined })} onOpen={open} />}>
        <Loaded read={shown}>
          {(outline) =>
            outline.total === 0 ? (
              <Empty title={words.emptyTitle} text={words.empty} action={mayChange ? { label: words.emptyAction, onClick: () => setUrl({ add: 'action' }, true) } : undefined} />
            ) : view === 'board' ? (
              <Board plan={plan.id} rows={outline.rows} disabled={!mayChange} onOpen={open} />
            ) : view === 'timeline' ? (
              <Timeline rows={outline.rows} {...common} />
            ) : view === 'asDone' ? (
              <AsDone plan={plan.id} />
            ) : (
              <Outline rows={outline.rows} {...common} />
            )
          }
        </Loaded>
      </ListWithDetail>
      <AddWork plan={plan.id} kind={mayChange && (url.add === 'action' || url.add === 'tactic') ? url.add : undefined} tactics={rows.filter((work) => work.kind === 'tactic')} onClose={closeAdd} onAdded={added} />
      <SetUpNetwork plan={plan.id} opened={mayChange && url.add === 'setup'} onClose={closeAdd} onAdded={added} />
    </>
  );
}
