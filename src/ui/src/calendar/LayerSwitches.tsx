import { Chip, Group } from '@mantine/core';
import { IconMessages } from '@tabler/icons-react';
import { useUrl } from '../shared';
import { t } from '../texts';
import { layerIcons } from './BandLink';
import { hiddenLayers, layers } from './bands';
import { layer as talk } from './conversations';

const words = t.calendar.layers;

/** Which layers lie behind the days; those that are off stand in the address. */
export function LayerSwitches() {
  const [url, setUrl] = useUrl();
  const off = (url.layers ?? '').split(',').filter(Boolean);
  const hidden = hiddenLayers(url.layers);
  const turn = (layer: string, hide: boolean) => setUrl({ layers: (hide ? [...off, layer] : off.filter((each) => each !== layer)).join(',') || undefined });
  return (
    <Group gap={6} role="group" aria-label={words.label}>
      {layers.map((layer) => {
        const Icon = layerIcons[layer];
        return (
          <Chip
            key={layer}
            size="xs"
            variant="outline"
            checked={!hidden.includes(layer)}
            onChange={(on) => turn(layer, !on)}
          >
            <Icon size={13} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />
            {words.names[layer]}
          </Chip>
        );
      })}
      <Chip size="xs" variant="outline" checked={!off.includes(talk)} onChange={(on) => turn(talk, !on)}>
        <IconMessages size={13} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />
        {t.scheduling.conversations.layer}
      </Chip>
    </Group>
  );
}
