import type { Stage } from '../../menu';
import { createStore } from './store';

/** Where the plan of this brand stands; null while nobody knows. */
export interface CycleStand {
  stage: Stage;
  /** Part of the whole round that is done, 0 to 1. */
  done?: number;
  /** What comes next, as a short phrase: "review on Thu 26 Nov". */
  next?: string;
}

export const cycleStand = createStore<CycleStand | null>(null);
