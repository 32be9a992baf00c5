import { Chip, Group } from '@mantine/core';
import { useUrl } from '../shared';
import { t } from '../texts';
import { layerIcons } from './BandLink';
import { hiddenLayers, layers } from './bands';

const words = t.calendar.layers;

/** Which layers lie behind the days; those that are off stand in the address. */
export function LayerSwitches() {
  const [url, setUrl] = useUrl();
  const hidden = hiddenLayers(url.layers);
  return (
    <Group gap={6} role="group" aria-label={words.label}>
      {layers.map((layer) => {
        const Icon = layerIcons[layer];
        const off = hidden.includes(layer);
        return (
          <Chip
            key={layer}
            size="xs"
            variant="outline"
            checked={!off}
            onChange={() => setUrl({ layers: (off ? hidden.filter((each) => each !== layer) : [...hidden, layer]).join(',') || undefined })}
          >
            <Icon size={13} aria-hidden style={{ verticalAlign: '-2px', marginRight: 4 }} />
            {words.names[layer]}
          </Chip>
        );
      })}
    </Group>
  );
}
