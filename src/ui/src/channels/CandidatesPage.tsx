import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { type Column, DataTable, Day, DetailPanel, Empty, formatNumber, ListWithDetail, Loaded, NetworkMark, NoData, Page, type PlanLine, ProblemAlert, useMay, useUrl, usePlan, WithPlan } from '../shared';
import { DateField } from '../shared/forms/DateField';
import { t } from '../texts';
import { AddChannel } from './AddChannel';
import { IdeasPart } from './IdeasPart';
import { RelevancePart } from './RelevancePart';
import { channelTabs } from './tabs';
import { useDecision } from './useCandidates';
import { type Channel, useChannels } from './useChannels';

const words = t.candidates;

/** Which networks to enter, to let wait, to reject; and ideas for what could be done there. */
export default function CandidatesPage() {
  const mayEdit = useMay('editPlan');
  const mayTakePart = useMay('takePart');
  const [url, setUrl] = useUrl();
  const { plan: chosen } = usePlan();
  const add = () => setUrl({ add: 'channel' }, true);
  return (
    <Page
      title={t.channels.title}
      purpose={words.purpose}
      help={words.help}
      tabs={channelTabs}
      action={
        mayEdit &&
        chosen && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>
        {(plan) => (
          <Stack gap="xl">
            <Networks plan={plan} disabled={!mayEdit || plan.status === 'closed'} onAdd={mayEdit ? add : undefined} />
            <section aria-labelledby="ideas">
              <Title order={2} id="ideas">
                {words.ideas}
              </Title>
              <Text size="xs" c="dimmed" mb="sm">
                {words.ideasHint}
              </Text>
              <IdeasPart plan={plan.id} mayAdd={mayTakePart && plan.status !== 'closed'} disabled={!mayEdit || plan.status === 'closed'} />
            </section>
            <AddChannel plan={plan.id} status="candidate" opened={mayEdit && url.add === 'channel'} onClose={() => setUrl({ add: undefined })} onAdded={(channel) => setUrl({ add: undefined, channel })} />
          </Stack>
        )}
      </WithPlan>
    </Page>
  );
}

function Networks({ plan, disabled, onAdd }: { plan: PlanLine; disabled: boolean; onAdd?: () => void }) {
  const read = useChannels(plan.id);
  const [url, setUrl] = useUrl();
  const opened = read.data?.find((channel) => channel.id === url.channel);
  const columns: Column<Channel>[] = [
    { key: 'network', title: words.network, cell: (c) => <NetworkMark network={c.network} name={c.networkLabel} />, sort: (c) => c.networkLabel, primary: true },
    { key: 'decision', title: words.decision, cell: (c) => t.channels.statuses[c.status], sort: (c) => c.status },
    { key: 'relevance', title: words.relevance, cell: (c) => <Score channel={c} />, sort: (c) => c.relevanceScore.score, align: 'right' },
    { key: 'rivals', title: words.rivals, cell: (c) => c.rivals.join(', '), hideBelow: 960, hideInCard: (c) => c.rivals.length === 0 },
    { key: 'again', title: words.again, cell: (c) => (c.lookAgainOn ? <Day date={c.lookAgainOn} /> : null), sort: (c) => c.lookAgainOn, hideBelow: 720, hideInCard: (c) => !c.lookAgainOn },
    { key: 'why', title: words.why, cell: (c) => c.decisionReason, long: true, hideBelow: 960, hideInCard: (c) => !c.decisionReason },
  ];
  return (
    <ListWithDetail
      detail={
        opened && (
          <DetailPanel title={words.weigh(opened.networkLabel)} onClose={() => setUrl({ channel: undefined })}>
            <Stack gap="xl" key={`${opened.id} ${opened.version}`}>
              <Text size="sm" c="dimmed">
                {opened.rivals.length > 0 ? words.rivalsThere(opened.rivals.join(', ')) : words.noRivals}
              </Text>
              <RelevancePart channel={opened} disabled={disabled} />
              {!disabled && <Decide channel={opened} />}
            </Stack>
          </DetailPanel>
        )
      }
    >
      <Loaded read={read}>
        {(rows) => (
          <DataTable
            label={words.networks}
            rows={rows}
            columns={columns}
            rowKey={(c) => c.id}
            rowName={(c) => c.networkLabel}
            openKey={url.channel}
            onOpen={(c) => setUrl({ channel: c.id }, true)}
            firstSort="-relevance"
            empty={<Empty title={words.emptyTitle} text={words.empty} action={onAdd && { label: words.add, onClick: onAdd }} />}
          />
        )}
      </Loaded>
    </ListWithDetail>
  );
}

function Score({ channel }: { channel: Channel }) {
  const { score, below, stale, explanation } = channel.relevanceScore;
  if (score == null) return <NoData reason={explanation} />;
  const notes = [below ? words.below : null, stale ? words.stale : null].filter(Boolean).join(', ');
  return (
    <span className="figures" title={explanation}>
      {formatNumber(score, 2)}
      {notes && (
        <Text span size="xs" c="var(--bw-warn)">
          {' '}
          {notes}
        </Text>
      )}
    </span>
  );
}

/** Three verbs; the reason and the day belong to whichever is pressed. */
function Decide({ channel }: { channel: Channel }) {
  const [reason, setReason] = useState(channel.decisionReason ?? '');
  const [again, setAgain] = useState(channel.lookAgainOn ?? '');
  const decide = useDecision(channel);
  const to = (status: Channel['status']) => decide.mutate({ status, reason: reason.trim() || null, lookAgainOn: status === 'waiting' ? again || null : null });
  return (
    <Stack gap="sm">
      <TextInput label={words.why} value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
      <DateField label={words.lookAgain} value={again} onChange={setAgain} />
      <ProblemAlert problem={decide.problem} />
      <Group>
        <Button onClick={() => to('active')} loading={decide.isPending}>
          {words.enter}
        </Button>
        <Button variant="default" onClick={() => to('waiting')} disabled={decide.isPending}>
          {words.wait}
        </Button>
        <Button variant="default" onClick={() => to('rejected')} disabled={decide.isPending}>
          {words.reject}
        </Button>
      </Group>
    </Stack>
  );
}
