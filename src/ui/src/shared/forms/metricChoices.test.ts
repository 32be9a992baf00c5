import { expect, it } from 'vitest';
import { metricChoices } from './metricChoices';

const metric = (key: string, kind: 'business' | 'engagement' | 'operational' | 'vanity', enabled = true) => ({ key, name: key, class: kind, enabled });
const all = [metric('likes', 'vanity'), metric('followers', 'vanity'), metric('cpl', 'business'), metric('leads', 'business'), metric('saves', 'engagement', false), metric('shares', 'engagement')];

it('puts what fits first, then the usual ones, then the rest by class, each once', () => {
  expect(metricChoices(all, ['shares', 'unknown']).map(({ group, items }) => [group, items.map((item) => item.value).join(' ')])).toEqual([
    ['Fit here', 'shares'],
    ['Used most', 'followers leads'],
    ['Business', 'cpl'],
    ['Applause', 'likes'],
  ]);
});
