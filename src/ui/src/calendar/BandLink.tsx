import { IconFlag, IconRepeat, IconSpeakerphone } from '@tabler/icons-react';
import { Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../texts';
import type { Layer, Piece } from './bands';
import classes from './Bands.module.css';
import { longDay } from './days';

const words = t.calendar.layers;
export const layerIcons = { campaign: IconSpeakerphone, highlight: IconFlag, season: IconRepeat } satisfies Record<Layer, typeof IconFlag>;

/** What lasts for days: its layer is told by icon and outline as well as by colour, its days on hover. `whole`: it fills its place by itself. */
export function BandLink({ piece, whole = false }: { piece: Piece; whole?: boolean }) {
  const { band } = piece;
  const Icon = layerIcons[band.layer];
  const said = words.hint(words.one[band.layer] + (band.draft ? ` (${words.draft})` : ''), band.title, longDay(band.from), longDay(band.until), band.where.join(', '));
  const [path, search] = band.path.split('?');
  return (
    <Tooltip label={said}>
      <Link
        to={path as '/'}
        search={Object.fromEntries(new URLSearchParams(search)) as never}
        className={classes.band}
        data-layer={band.layer}
        data-draft={band.draft || undefined}
        data-before={piece.before || undefined}
        data-after={piece.after || undefined}
        aria-label={said}
        style={whole ? undefined : ({ '--days': piece.days } as never)}
      >
        <Icon size={13} aria-hidden />
        <span className={classes.title}>{band.title}</span>
      </Link>
    </Tooltip>
  );
}
