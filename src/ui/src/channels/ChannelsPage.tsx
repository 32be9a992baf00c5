import { Button, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable, Empty, handleOn, Loaded, NetworkMark, Page, type PlanLine, useMay, usePlan, useUrl, useVerb, WithPlan } from '../shared';
import { t } from '../texts';
import { AddChannel } from './AddChannel';
import { MissionWatchPart } from './MissionWatchPart';
import { SheetMark } from './SheetMarks';
import { channelTabs } from './tabs';
import { type Channel, useChannels, useGoalChoices } from './useChannels';

const words = t.channels;

export default function ChannelsPage() {
  const mayChange = useMay('editPlan');
  const [url, setUrl] = useUrl();
  const { plan: chosen } = usePlan();
  const add = () => setUrl({ add: 'channel' }, true);
  useVerb(mayChange ? { id: 'channels.add', label: words.add, run: add, keywords: ['network'] } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={channelTabs}
      action={
        mayChange &&
        chosen && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(plan) => <Channels plan={plan} adding={mayChange && url.add === 'channel'} onAdd={mayChange ? add : undefined} onClose={() => setUrl({ add: undefined })} />}</WithPlan>
    </Page>
  );
}

function Channels({ plan, adding, onAdd, onClose }: { plan: PlanLine; adding: boolean; onAdd?: () => void; onClose: () => void }) {
  const read = useChannels(plan.id);
  const goals = useGoalChoices(plan.id);
  const navigate = useNavigate();
  const open = (id: string) => void navigate({ to: '/channels/$channel', params: { channel: id } });
  const goalOf = (channel: Channel) => goals.find((goal) => goal.value === channel.primaryGoal)?.label;
  const columns: Column<Channel>[] = [
    { key: 'network', title: words.channel, cell: (c) => <NetworkMark network={c.network} name={c.networkLabel} />, sort: (c) => c.networkLabel, primary: true },
    { key: 'account', title: words.account, cell: (c) => (c.handle ? handleOn(c.network, c.handle) : null) ?? <Text span c="dimmed">{words.noAccount}</Text>, sort: (c) => c.handle, hideBelow: 720 },
    { key: 'mission', title: words.mission, cell: (c) => c.mission ?? <Text span c="dimmed">{words.noMission}</Text>, sort: (c) => c.mission },
    { key: 'goal', title: words.goal, cell: goalOf, sort: goalOf, hideBelow: 960 },
    { key: 'status', title: words.status, cell: (c) => words.statuses[c.status], sort: (c) => c.status },
    { key: 'sheet', title: words.sheet, cell: (c) => <SheetMark channel={c} />, sort: (c) => c.complete },
  ];
  return (
    <>
      <MissionWatchPart plan={plan.id} />
      <Loaded read={read}>
        {(rows) => (
          <DataTable
            label={words.title}
            rows={rows}
            columns={columns}
            rowKey={(c) => c.id}
            rowName={(c) => c.networkLabel}
            onOpen={(c) => open(c.id)}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={onAdd && { label: words.emptyAction, onClick: onAdd }} />}
          />
        )}
      </Loaded>
      <AddChannel plan={plan.id} opened={adding} onClose={onClose} onAdded={open} />
    </>
  );
}
