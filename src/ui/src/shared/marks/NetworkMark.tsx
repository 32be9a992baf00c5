import {
  IconBrandBluesky,
  IconBrandDiscord,
  IconBrandFacebook,
  IconBrandGoogle,
  IconBrandInstagram,
  IconBrandLinkedin,
  IconBrandMastodon,
  IconBrandPinterest,
  IconBrandReddit,
  IconBrandSlack,
  IconBrandTelegram,
  IconBrandThreads,
  IconBrandTiktok,
  IconBrandWordpress,
  IconBrandX,
  IconBrandYoutube,
  IconGhost,
  IconRss,
  IconWebhook,
  IconWorld,
} from '@tabler/icons-react';
import type { t } from '../../texts';
import { networkKey, networkName } from './networkName';

const icons: Record<keyof typeof t.networks, typeof IconWorld> = {
  bluesky: IconBrandBluesky,
  mastodon: IconBrandMastodon,
  x: IconBrandX,
  facebook: IconBrandFacebook,
  instagram: IconBrandInstagram,
  threads: IconBrandThreads,
  linkedin: IconBrandLinkedin,
  youtube: IconBrandYoutube,
  tiktok: IconBrandTiktok,
  pinterest: IconBrandPinterest,
  reddit: IconBrandReddit,
  telegram: IconBrandTelegram,
  discord: IconBrandDiscord,
  slack: IconBrandSlack,
  google: IconBrandGoogle,
  wordpress: IconBrandWordpress,
  ghost: IconGhost,
  webhook: IconWebhook,
  rss: IconRss,
};

interface Props {
  /** Key of the network, as "bluesky". */
  network: string;
  /** The name as the API gives it; by default from the catalogue. */
  name?: string;
  size?: number;
  /** Only where the name stands elsewhere in the same row; it is still said. */
  iconOnly?: boolean;
}

/** A network's own mark, small and without colour, with its name. */
export function NetworkMark({ network, name, size = 16, iconOnly = false }: Props) {
  const key = networkKey(network);
  const Icon = key ? icons[key] : IconWorld;
  const said = name ?? networkName(network);
  return (
    <span style={{ display: 'inline-flex', alignItems: 'center', gap: 6, whiteSpace: 'nowrap', verticalAlign: 'bottom' }} title={iconOnly ? said : undefined}>
      <Icon size={size} stroke={1.6} aria-hidden style={{ flex: 'none' }} />
      <span className={iconOnly ? 'hidden-text' : undefined}>{said}</span>
    </span>
  );
}
