import { expect, it } from 'vitest';
import { type Band, bandsOn, hiddenLayers, lanesOf } from './bands';

const band = (id: string, from: string, until: string, layer: Band['layer'] = 'campaign'): Band => ({ id, layer, title: id, from, until, where: [], path: '/', draft: false });
const monday = '2026-03-30';

it('bands that overlap lie below one another, others share a lane', () => {
  const lanes = lanesOf([band('a', '2026-03-20', '2026-03-31'), band('b', '2026-03-31', '2026-04-02'), band('c', '2026-04-01', '2026-04-30')], monday, 7);
  expect(lanes.map((lane) => lane.map((piece) => `${piece.band.id} ${piece.first}+${piece.days}`))).toEqual([['a 0+2', 'c 2+5'], ['b 1+3']]);
  expect([lanes[0]?.[0]?.before, lanes[0]?.[0]?.after, lanes[0]?.[1]?.after]).toEqual([true, false, true]);
});

it('a band of one day covers one day, and none outside the row is drawn', () => {
  expect(lanesOf([band('a', '2026-04-05', '2026-04-05'), band('b', '2026-04-06', '2026-04-09'), band('c', '2026-03-01', '2026-03-29')], monday, 7).flat().map((piece) => [piece.band.id, piece.first, piece.days])).toEqual([['a', 6, 1]]);
});

it('layers are switched off by the address', () => {
  const all = [band('a', monday, monday), band('b', monday, monday, 'season')];
  expect(bandsOn(all, hiddenLayers('season,nonsense')).map((each) => each.id)).toEqual(['a']);
  expect(bandsOn(all, hiddenLayers(undefined))).toHaveLength(2);
});
