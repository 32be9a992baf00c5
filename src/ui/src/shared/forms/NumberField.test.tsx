import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { NumberField, outside, tooFine } from './NumberField';
import { watchForms } from './watchForms';

const told = vi.fn();
const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
let stop: () => void;
beforeEach(() => {
  told.mockClear();
  sent.mockClear();
  stop = watchForms();
});
afterEach(() => stop());

const field = () => screen.getByLabelText<HTMLInputElement>('Share');

function Form({ min, max, decimals }: { min?: number; max?: number; decimals?: number }) {
  const [share, setShare] = useState<number | string>(40);
  const [fine, setFine] = useState(decimals);
  return (
    <form onSubmit={sent}>
      <NumberField label="Share" min={min} max={max} decimals={fine} value={share} onChange={(next) => (told(next), setShare(next))} />
      <button type="button" onClick={() => setFine(0)}>
        Yen
      </button>
      <button type="submit">Save</button>
    </form>
  );
}

function leaveWith(text: string) {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.blur(field());
}

it('keeps a number below or above its bounds as typed, says so, and sends no form with it', async () => {
  await show(<Form min={0} max={100} />);
  for (const typed of ['-5', '150']) {
    leaveWith(typed);
    expect(field().value).toBe(typed);
    expect(screen.getByText('Type a number from 0 to 100.')).toBeTruthy();
    fireEvent.submit(field().closest('form')!);
  }
  expect(told).not.toHaveBeenCalled();
  expect(sent).not.toHaveBeenCalled();
  leaveWith('60');
  expect(screen.queryByText(/Type a number/)).toBeNull();
  fireEvent.submit(field().closest('form')!);
  expect(told).toHaveBeenLastCalledWith(60);
  expect(sent).toHaveBeenCalledOnce();
});

it('does not complain while a number is still being typed', async () => {
  await show(<Form min={10} />);
  fireEvent.change(field(), { target: { value: '1' } });
  expect(screen.queryByText(/Type/)).toBeNull();
  fireEvent.change(field(), { target: { value: '12' } });
  expect(told).toHaveBeenLastCalledWith(12);
});

it('keeps an amount finer than its currency as typed, also when the currency changes under it', async () => {
  await show(<Form min={0} decimals={2} />);
  leaveWith('1.005');
  expect(field().value).toBe('1.005');
  expect(screen.getByText('Type no more than 2 decimals.')).toBeTruthy();
  fireEvent.submit(field().closest('form')!);
  expect([told.mock.calls.length, sent.mock.calls.length]).toEqual([0, 0]);
  leaveWith('1.5');
  fireEvent.click(screen.getByText('Yen'));
  expect(screen.getByText(/^Type a whole number/)).toBeTruthy();
  fireEvent.submit(field().closest('form')!);
  expect(sent).not.toHaveBeenCalled();
  expect([tooFine(1.25, 2), tooFine('1.250', 2), tooFine(1e-7, 3), tooFine('', 0), tooFine(0.1 + 0.2), tooFine(999999999999.99, 2)].map((trouble) => trouble === null)).toEqual([true, true, false, true, true, true]);
});

it('names the one bound there is, and leaves an empty field alone', () => {
  expect(outside(-1, 0)).toBe('Type 0 or more.');
  expect(outside(5, undefined, 3)).toBe('Type 3 or less.');
  expect([outside('', 0), outside('-', 0), outside(0, 0, 0), outside(null, 1)]).toEqual([null, null, null, null]);
});
