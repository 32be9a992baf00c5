import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '../../texts';
import { networkId, networkName } from '../marks/networkName';

/** Networks that have a connector; the others are posted to by hand. */
const connectors = ['bluesky', 'discord', 'facebook', 'ghost', 'google', 'instagram', 'linkedin', 'mastodon', 'pinterest', 'reddit', 'rss', 'slack', 'telegram', 'threads', 'tiktok', 'webhook', 'wordpress', 'x', 'youtube'] as const;
const isConnector = (key: string) => (connectors as readonly string[]).includes(key);

interface Props extends Omit<AutocompleteProps, 'value' | 'defaultValue' | 'onChange' | 'data'> {
  /** "bluesky", or empty. */
  value?: string;
  onChange?: (network: string) => void;
  /** For an account of one's own: what the program can post to by itself stands first. */
  own?: boolean;
}

const names = Object.entries(t.networks);
const grouped = [
  { group: t.networkGroups.byItself, items: names.filter(([key]) => isConnector(key)).map(([, name]) => name) },
  { group: t.networkGroups.byHand, items: names.filter(([key]) => !isConnector(key)).map(([, name]) => name) },
];

/** A network by the name people call it; one that is not in the list may be typed as well. */
export function NetworkField({ value = '', onChange, own = false, ...rest }: Props) {
  const [text, setText] = useState(networkName(value));
  useEffect(() => setText((now) => (networkId(now) === value ? now : networkName(value))), [value]);
  const type = (typed: string) => {
    setText(typed);
    onChange?.(networkId(typed));
  };
  // It opens when somebody types or asks for it: a list that springs open covers the fields below.
  return <Autocomplete openOnFocus={false} {...rest} data={own ? grouped : Object.values(t.networks)} value={text} onChange={type} />;
}
