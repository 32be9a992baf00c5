import { Text } from '@mantine/core';
import { type Column, DataTable, type Filter, formatMoney, MemberAvatar, NoData, usePeople } from '../shared';
import { t } from '../texts';
import { CampaignStatus, Gauge, Window } from './marks';
import type { Campaign } from './useCampaigns';

const words = t.campaigns;

const filters: Filter<Campaign>[] = [
  {
    key: 'status',
    label: words.status,
    options: (Object.keys(words.statuses) as Campaign['status'][]).map((value) => ({ value, label: words.statuses[value] })),
    test: (campaign, value) => campaign.status === value,
  },
  {
    key: 'kind',
    label: words.kind,
    options: (Object.keys(words.kinds) as Campaign['kind'][]).map((value) => ({ value, label: words.kinds[value] })),
    test: (campaign, value) => campaign.kind === value,
  },
];

/** One row a campaign: when it runs, where it is, how the goals it serves stand. */
export function CampaignTable({ campaigns, open, onOpen }: { campaigns: Campaign[]; open?: string; onOpen: (campaign: string) => void }) {
  const { nameOf } = usePeople();
  const columns: Column<Campaign>[] = [
    { key: 'name', title: words.name, primary: true, width: '34%', sort: (campaign) => campaign.name, cell: (campaign) => <Name campaign={campaign} /> },
    { key: 'status', title: words.status, sort: (campaign) => campaign.status, cell: (campaign) => <CampaignStatus status={campaign.status} /> },
    { key: 'window', title: words.window, sort: (campaign) => campaign.from, cell: (campaign) => <Window campaign={campaign} /> },
    { key: 'gauge', title: words.gauge, sort: (campaign) => campaign.gauge, cell: (campaign) => <Gauge campaign={campaign} /> },
    {
      key: 'owner',
      title: words.owner,
      hideBelow: 960,
      hideInCard: (campaign) => !campaign.owner,
      sort: (campaign) => campaign.owner && nameOf(campaign.owner),
      cell: (campaign) => (campaign.owner ? <MemberAvatar name={nameOf(campaign.owner)} withName /> : <NoData reason={words.nobody} />),
    },
  ];
  return (
    <DataTable
      label={words.title}
      rows={campaigns}
      columns={columns}
      rowKey={(campaign) => campaign.id}
      rowName={(campaign) => campaign.name}
      onOpen={(campaign) => onOpen(campaign.id)}
      openKey={open}
      filters={campaigns.length > 4 ? filters : []}
      searchText={campaigns.length > 8 ? (campaign) => `${campaign.name} ${campaign.about ?? ''}` : undefined}
    />
  );
}

function Name({ campaign }: { campaign: Campaign }) {
  const kind = [words.kinds[campaign.kind], campaign.budget ? formatMoney(campaign.budget) : campaign.paid && words.paid].filter(Boolean).join(' · ');
  return (
    <>
      {campaign.name}
      <Text size="xs" c="dimmed" fw={400}>
        {campaign.hints[0] && campaign.status !== 'cancelled' ? `${kind} · ${campaign.hints[0]}` : kind}
      </Text>
    </>
  );
}
