import { IconBan, IconCircleCheck, IconPencil, IconPlayerPlay, IconRulerOff } from '@tabler/icons-react';
import { Day, NoData, StatusBadge, StatusMark, type Tone } from '../shared';
import { t } from '../texts';
import type { Campaign } from './useCampaigns';

const words = t.campaigns;
const looks = {
  draft: { tone: 'calm', icon: IconPencil },
  running: { tone: 'info', icon: IconPlayerPlay },
  ended: { tone: 'calm', icon: IconCircleCheck },
  cancelled: { tone: 'calm', icon: IconBan },
} satisfies Record<Campaign['status'], { tone: Tone; icon: typeof IconBan }>;

/** Where a campaign is in its life. */
export function CampaignStatus({ status }: { status: Campaign['status'] }) {
  return <StatusMark {...looks[status]}>{words.statuses[status]}</StatusMark>;
}

/** How the goals it serves stand; without one it is not gauged, and no score is made up. */
export function Gauge({ campaign }: { campaign: Campaign }) {
  return campaign.gauge ? (
    <StatusBadge status={campaign.gauge} />
  ) : (
    <span title={words.notGaugedWhy}>
      <StatusMark tone="calm" icon={IconRulerOff}>
        {words.notGauged}
      </StatusMark>
    </span>
  );
}

export function Window({ campaign }: { campaign: Campaign }) {
  if (!campaign.from || !campaign.until) return <NoData reason={words.noWindow} />;
  return (
    <span>
      <Day date={campaign.from} />
      {campaign.until !== campaign.from && (
        <>
          {' – '}
          <Day date={campaign.until} />
        </>
      )}
    </span>
  );
}
