import type { components } from '../../api';

type Direction = components['schemas']['MetricDirection'];

/** What is asked where a number runs the other way than one would think: it falls though more is better, or rises though less is. */
export function turnOf(baseline: number | string, target: number | string, direction: Direction | undefined): 'falls' | 'rises' | null {
  if (baseline === '' || target === '' || Number(target) === Number(baseline)) return null;
  const falls = Number(target) < Number(baseline);
  if (falls) return direction === 'down' ? null : 'falls';
  return direction === 'down' ? 'rises' : null;
}
