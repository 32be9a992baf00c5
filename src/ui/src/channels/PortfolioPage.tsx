import { Alert, Stack, Text, Title } from '@mantine/core';
import { IconArrowDownRight, IconCircleCheck, IconCircleDashed, IconCircleX, IconTrendingUp } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { type Column, DataTable, Empty, formatMoney, formatNumber, formatPercent, Loaded, NetworkMark, NoData, Page, StatusMark, useMay, WithPlan } from '../shared';
import { t } from '../texts';
import { PortfolioRulesForm } from './PortfolioRulesForm';
import { channelTabs } from './tabs';
import { type Portfolio, usePortfolio } from './useCandidates';

const words = t.portfolio;
type Row = Portfolio['channels'][number];
const looks = {
  grow: { tone: 'good', icon: IconTrendingUp },
  keep: { tone: 'good', icon: IconCircleCheck },
  trim: { tone: 'warn', icon: IconArrowDownRight },
  leave: { tone: 'bad', icon: IconCircleX },
} as const;

/** Effort in hours and money against results, channel by channel. */
export default function PortfolioPage() {
  return (
    <Page title={t.channels.title} purpose={words.purpose} help={words.help} tabs={channelTabs}>
      <WithPlan>{(plan) => <Body plan={plan.id} open={plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Body({ plan, open }: { plan: string; open: boolean }) {
  const read = usePortfolio(plan);
  const mayEdit = useMay('editPlan') && open;
  const navigate = useNavigate();
  return (
    <Loaded read={read}>
      {(data) => (
        <Stack gap="xl">
          {data.channels.length > 0 && (
            <Alert color={data.capacity.fitting.length < data.channels.length ? 'yellow' : 'gray'} variant="light" title={words.capacity}>
              {data.capacity.message}
            </Alert>
          )}
          <DataTable
            label={words.title}
            rows={data.channels}
            columns={columns}
            rowKey={(row) => row.channel}
            rowName={(row) => row.networkLabel}
            onOpen={(row) => void navigate({ to: '/channels/$channel', params: { channel: row.channel } })}
            empty={<Empty title={words.emptyTitle} text={words.empty} action={{ label: words.emptyAction, to: '/channels/candidates' }} />}
          />
          <section aria-labelledby="portfolio-rules">
            <Title order={2} id="portfolio-rules" mb="sm">
              {words.rules}
            </Title>
            <PortfolioRulesForm key={JSON.stringify(data.rules)} rules={data.rules} disabled={!mayEdit} />
          </section>
        </Stack>
      )}
    </Loaded>
  );
}

const columns: Column<Row>[] = [
  { key: 'channel', title: words.channel, cell: (row) => <NetworkMark network={row.network} name={row.networkLabel} />, sort: (row) => row.networkLabel, primary: true },
  {
    key: 'advice',
    title: words.advice,
    cell: (row) => (
      <Stack gap={0}>
        {row.advice ? (
          <StatusMark {...looks[row.advice]}>{words.advices[row.advice]}</StatusMark>
        ) : (
          <StatusMark tone="calm" icon={IconCircleDashed}>
            {words.cannotTell}
          </StatusMark>
        )}
        <Text size="xs" c="dimmed" maw={280}>
          {row.reason}
        </Text>
      </Stack>
    ),
    sort: (row) => row.advice,
  },
  {
    key: 'week',
    title: words.hoursWeek,
    cell: (row) => (
      <span className="figures" title={`${words.posts}: ${row.postsAWeek}; ${row.fits ? words.fits : words.doesNotFit}`}>
        {formatNumber(row.hoursAWeek)}
      </span>
    ),
    sort: (row) => row.hoursAWeek,
    align: 'right',
  },
  {
    key: 'hours',
    title: words.hours,
    cell: (row) => (
      <span className="figures">
        {formatNumber(row.hours)}
        {!row.hoursRecorded && (
          <Text span size="xs" c="dimmed">
            {' '}
            {words.planned}
          </Text>
        )}
      </span>
    ),
    sort: (row) => row.hours,
    align: 'right',
    hideBelow: 720,
  },
  { key: 'cost', title: words.cost, cell: (row) => (row.cost ? <span className="figures">{formatMoney(row.cost)}</span> : <NoData reason={words.noPrice} />), sort: (row) => row.cost?.amount, align: 'right', hideBelow: 720 },
  {
    key: 'contribution',
    title: words.contribution,
    cell: (row) =>
      row.contribution == null ? (
        <NoData reason={words.noNumber} />
      ) : (
        <span className="figures" title={row.results.map((result) => `${result.title}: ${result.value == null ? '–' : formatNumber(result.value)} ${result.metric}`).join('; ')}>
          {formatPercent(row.contribution)}
        </span>
      ),
    sort: (row) => row.contribution,
    align: 'right',
  },
  { key: 'perHour', title: words.perHour, cell: (row) => (row.perHour == null ? <NoData reason={words.noNumber} /> : <span className="figures">{formatPercent(row.perHour, 2)}</span>), sort: (row) => row.perHour, align: 'right', hideBelow: 960 },
];
