import { Alert, Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { CardsSkeleton, Comments, DetailPanel, formatMoney, FunnelStrip, Justified, Loaded, MemberAvatar, OwnFields, useBrand, usePeople } from '../shared';
import { ExpectedOf } from '../shared/expectations/ExpectedOf';
import { t } from '../texts';
import { CampaignActions } from './CampaignActions';
import { CampaignForm, Decision } from './CampaignForm';
import { CampaignPosts } from './CampaignPosts';
import { CampaignWork } from './CampaignWork';
import { Figures } from './Figures';
import { CampaignStatus, Gauge, Window } from './marks';
import { Section } from './Section';
import { type Campaign, type Page, type Paid, useCampaign, useChannels, useGoals } from './useCampaigns';

const words = t.campaigns;

interface Props {
  campaign: string;
  plan: string;
  mayEdit: boolean;
  onClose: () => void;
}

/** One campaign beside the list: what it is for, what was expected, what came. */
export function CampaignPanel({ campaign, plan, mayEdit, onClose }: Props) {
  const read = useCampaign(campaign);
  const [editing, setEditing] = useState(false);
  const found = read.data?.campaign;
  return (
    <DetailPanel title={found?.name ?? words.title} onClose={onClose} actions={found && mayEdit && !editing ? <CampaignActions campaign={found} onRemoved={onClose} /> : undefined}>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(page) =>
          editing ? (
            <Stack gap="sm">
              <CampaignForm key={page.campaign.version} plan={page.campaign.plan} campaign={page.campaign} paid={page.paid} onDone={() => setEditing(false)} />
              <Button variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => setEditing(false)}>
                {t.actions.cancel}
              </Button>
            </Stack>
          ) : (
            <Stack gap="lg">
              <Facts campaign={page.campaign} paid={page.paid} onEdit={mayEdit ? () => setEditing(true) : undefined} />
              <Section title={words.numbers}>
                <Figures figures={page.figures} running={page.campaign.status === 'running' || page.campaign.status === 'draft'} />
                {page.figures.length > 0 && <Collected figures={page.figures} />}
              </Section>
              <Section title={t.funnel.brought}>
                <FunnelStrip subject={page.campaign.id} />
              </Section>
              <Section title={words.expected}>
                <ExpectedOf plan={page.campaign.plan} subject={page.campaign.id} open={mayEdit || page.campaign.plan === plan} metrics={hopedFor(page.figures)} />
              </Section>
              <Section title={words.posts}>
                <CampaignPosts campaign={page.campaign} />
              </Section>
              <Section title={words.work}>
                <CampaignWork campaign={page.campaign} />
              </Section>
              <Justified plan={page.campaign.plan} node={page.campaign.id} />
              <OwnFields node={page.campaign.id} />
              <Comments node={page.campaign.id} />
            </Stack>
          )
        }
      </Loaded>
    </DetailPanel>
  );
}

const ofRevenue = ['revenue_social', 'roas', 'aov'];

/** The numbers are collected by the hour; the funnel below counts as it comes, and may be ahead of them. */
function Collected({ figures }: { figures: Page['figures'] }) {
  const { currency } = useBrand();
  return (
    <Text size="xs" c="dimmed" mt={4}>
      {words.collected}
      {figures.some((figure) => ofRevenue.includes(figure.metric)) && ` ${words.oneCurrency(currency)}`}
    </Text>
  );
}

/** What one would state an expectation of: first what is good when it grows. */
const hopedFor = (figures: Page['figures']) => [...figures].sort((a, b) => Number(b.direction === 'up') - Number(a.direction === 'up')).map((figure) => figure.metric);

function Facts({ campaign, paid, onEdit }: { campaign: Campaign; paid: Paid; onEdit?: () => void }) {
  const { nameOf } = usePeople();
  const goals = useGoals(campaign.plan).filter((goal) => campaign.goals.includes(goal.id));
  const channels = useChannels(campaign.plan).filter((channel) => campaign.channels.includes(channel.value));
  const money = (amount: Paid['planned']) => formatMoney(amount);
  return (
    <Stack gap="xs">
      <Group gap="sm">
        <CampaignStatus status={campaign.status} />
        <Gauge campaign={campaign} />
        {campaign.note && (
          <Text size="sm" c="dimmed">
            {campaign.note}
          </Text>
        )}
      </Group>
      {campaign.status !== 'cancelled' && campaign.hints.length > 0 && (
        <Alert color="yellow" p="sm" icon={<IconAlertTriangle aria-hidden />}>
          {campaign.hints.join(' ')}
        </Alert>
      )}
      {campaign.about && <Text style={{ whiteSpace: 'pre-line' }}>{campaign.about}</Text>}
      <Text size="sm">
        {words.kinds[campaign.kind]} · <Window campaign={campaign} />
        {channels.length > 0 && ` · ${channels.map((channel) => channel.label).join(', ')}`}
      </Text>
      {goals.length > 0 && (
        <Text size="sm">
          {words.goal}:{' '}
          {goals.map((goal, place) => (
            <span key={goal.id}>
              {place > 0 && ', '}
              <Anchor size="sm" renderRoot={(props) => <Link to="/goals" search={{ goal: goal.id } as never} {...props} />}>
                {goal.title}
              </Anchor>
            </span>
          ))}
        </Text>
      )}
      {campaign.paid && !paid.allowed && <Decision paid={paid} />}
      {campaign.paid && paid.ceiling && (
        <Text size="sm" c="dimmed">
          {campaign.budget && `${words.budget}: ${money(campaign.budget)}. `}
          {words.advertising.yes(money(paid.planned), money(paid.ceiling), money(paid.spent))}
        </Text>
      )}
      <Group justify="space-between">
        {campaign.owner ? <MemberAvatar name={nameOf(campaign.owner)} withName size={22} /> : <span />}
        {onEdit && (
          <Button size="compact-sm" variant="default" onClick={onEdit}>
            {words.edit}
          </Button>
        )}
      </Group>
    </Stack>
  );
}
