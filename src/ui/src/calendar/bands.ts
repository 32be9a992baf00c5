import type { components } from '../api';
import { addDays } from './days';

export type Band = components['schemas']['CalendarBand'];
export type Layer = Band['layer'];

export const layers: Layer[] = ['campaign', 'highlight', 'season'];

/** The part of a band that lies in one row of days. */
export interface Piece {
  band: Band;
  /** Its first column, from 0. */
  first: number;
  /** How many columns it covers. */
  days: number;
  /** Whether it goes on before or after this row. */
  before: boolean;
  after: boolean;
}

/** The layers that are switched off, as they stand in the address: "season,highlight". */
export const hiddenLayers = (text: string | undefined): Layer[] => layers.filter((layer) => (text ?? '').split(',').includes(layer));

export const bandsOn = (bands: Band[], hidden: Layer[]) => bands.filter((band) => !hidden.includes(band.layer));

/** Bands of a row of days, each in the first lane that has room for it, so that none covers another. */
export function lanesOf(bands: Band[], start: string, length: number): Piece[][] {
  const days = Array.from({ length }, (_, i) => addDays(start, i));
  const end = days[length - 1] ?? start;
  const lanes: Piece[][] = [];
  for (const band of bands) {
    if (band.until < start || band.from > end) continue;
    const first = band.from < start ? 0 : days.indexOf(band.from);
    const last = band.until > end ? length - 1 : days.indexOf(band.until);
    const piece = { band, first, days: last - first + 1, before: band.from < start, after: band.until > end };
    const lane = lanes.find((pieces) => pieces.every((other) => other.first + other.days <= first || other.first > last));
    if (lane) lane.push(piece);
    else lanes.push([piece]);
  }
  return lanes;
}
