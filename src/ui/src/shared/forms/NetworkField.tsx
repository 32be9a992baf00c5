import { Autocomplete, type AutocompleteProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import { t } from '../../texts';
import { networkId, networkName } from '../marks/networkName';

interface Props extends Omit<AutocompleteProps, 'value' | 'defaultValue' | 'onChange' | 'data'> {
  /** "bluesky", or empty. */
  value?: string;
  onChange?: (network: string) => void;
}

/** A network by the name people call it; one that is not in the list may be typed as well. */
export function NetworkField({ value = '', onChange, ...rest }: Props) {
  const [text, setText] = useState(networkName(value));
  useEffect(() => setText((now) => (networkId(now) === value ? now : networkName(value))), [value]);
  const type = (typed: string) => {
    setText(typed);
    onChange?.(networkId(typed));
  };
  return <Autocomplete {...rest} data={Object.values(t.networks)} value={text} onChange={type} />;
}
