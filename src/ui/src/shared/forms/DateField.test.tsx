import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { DateField } from './DateField';

const field = () => screen.getByLabelText<HTMLInputElement>('Starts on');
const told = vi.fn();

function Form({ min }: { min?: string }) {
  const [date, setDate] = useState('2026-11-26');
  return <DateField label="Starts on" value={date} min={min} onChange={(day) => (told(day), setDate(day))} />;
}

function leaveWith(text: string) {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.blur(field());
}

it('keeps what is no date, says so, and changes nothing', async () => {
  told.mockClear();
  await show(<Form />);
  leaveWith('the 31st');
  expect(field().value).toBe('the 31st');
  expect(field().getAttribute('aria-invalid')).toBe('true');
  expect(told).not.toHaveBeenCalled();
  leaveWith('2026-12-01');
  expect(field().getAttribute('aria-invalid')).not.toBe('true');
  expect(told).toHaveBeenLastCalledWith('2026-12-01');
});

it('names the first day there is for one before it', async () => {
  told.mockClear();
  await show(<Form min="2026-11-20" />);
  leaveWith('2026-11-01');
  expect(field().value).toBe('2026-11-01');
  expect(screen.getByText(/or a later day/)).toBeTruthy();
  expect(told).not.toHaveBeenCalled();
});

it('holds a day that is still on its way to where it is kept', async () => {
  const sent = vi.fn();
  await show(<DateField label="Starts on" value="" onChange={sent} />);
  leaveWith('2026-12-01');
  expect(sent).toHaveBeenCalledExactlyOnceWith('2026-12-01');
  expect(field().value).not.toBe('');
  expect(field().getAttribute('aria-invalid')).not.toBe('true');
});

it('may be left empty', async () => {
  await show(<Form />);
  leaveWith('');
  expect(field().getAttribute('aria-invalid')).not.toBe('true');
  expect(told).toHaveBeenLastCalledWith('');
});
