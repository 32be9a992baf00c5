import type { components } from '../api';
import { linesOf } from './usePositioning';

type Avoided = components['schemas']['AvoidedWord'];

/** "!cheap = good value" as people type it. */
export const avoidedText = (list: Avoided[]) => list.map(({ term, instead, never }) => `${never ? '!' : ''}${term}${instead ? ` = ${instead}` : ''}`).join('\n');

export const avoidedOf = (text: string): Avoided[] =>
  linesOf(text).map((line) => {
    const never = line.startsWith('!');
    const [term, ...rest] = (never ? line.slice(1) : line).split('=');
    return { term: (term ?? '').trim(), instead: rest.join('=').trim() || null, never };
  });

interface Ally {
  name: string;
  where?: string | null;
  why?: string | null;
}

/** "Bakery, @baeckerei, bread for our soup". */
export const alliesText = (list: Ally[]) => list.map(({ name, where, why }) => [name, where ?? '', why ?? ''].join(', ').replace(/(, )+$/, '')).join('\n');

export const alliesOf = (text: string): Ally[] =>
  linesOf(text).map((line) => {
    const [name, where, ...why] = line.split(',').map((part) => part.trim());
    return { name: name ?? '', where: where || null, why: why.join(', ') || null };
  });
