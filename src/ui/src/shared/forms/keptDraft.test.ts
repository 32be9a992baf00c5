import { expect, it } from 'vitest';
import { keptDraft } from './keptDraft';

it('gives back what was typed until it is sent, field by field', () => {
  const draft = keptDraft('plan of brand_1', { goal: '', title: 'Taco 2026' });
  draft.keep({ goal: 'More guests', title: 'Taco 2026' });
  expect(keptDraft('plan of brand_1', { goal: '', title: 'Taco 2027', end: '' }).read()).toEqual({ goal: 'More guests', title: 'Taco 2026', end: '' });
  expect(keptDraft('plan of brand_2', { goal: '' }).read()).toEqual({ goal: '' });
  draft.drop();
  expect(draft.read()).toEqual({ goal: '', title: 'Taco 2026' });
});
