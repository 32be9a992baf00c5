import { expect, it } from 'vitest';
import { fromField, toField } from './metricFields';

const rate = { unit: 'percent' } as const;
const count = { unit: 'count' } as const;

it('a rate is typed as a percentage and sent as a fraction', () => expect(fromField(3.4, rate)).toBe(0.034));
it('a count is sent as typed', () => expect(fromField(1600, count)).toBe(1600));
it('an empty field is no number, not zero', () => expect(fromField('', count)).toBeNull());
it('zero is zero', () => expect(fromField(0, count)).toBe(0));
it('what was sent comes back as typed', () => expect(toField.value(fromField(12.34, rate), rate)).toBe(12.34));
