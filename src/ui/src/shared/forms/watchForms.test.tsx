import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { DateField } from './DateField';
import { watchForms } from './watchForms';

let stop: () => void;
beforeEach(() => {
  stop = watchForms();
});
afterEach(() => stop());

const asks = () => {
  const leaving = new Event('beforeunload', { cancelable: true });
  window.dispatchEvent(leaving);
  return leaving.defaultPrevented;
};

it('asks before what was typed is lost, until it is sent', async () => {
  const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
  await show(
    <form onSubmit={sent}>
      <input aria-label="Name" />
      <button type="submit">Save</button>
    </form>,
  );
  expect(asks()).toBe(false);
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Spring' } });
  expect(asks()).toBe(true);
  fireEvent.submit(screen.getByLabelText('Name').closest('form')!);
  expect(sent).toHaveBeenCalledOnce();
  expect(asks()).toBe(false);
});

it('leaves fields alone that save themselves', async () => {
  await show(
    <form>
      <input aria-label="Name" />
    </form>,
  );
  fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Spring' } });
  expect(asks()).toBe(false);
});

it('sends no form with a date that cannot be read', async () => {
  const sent = vi.fn((event: React.FormEvent) => event.preventDefault());
  await show(
    <form onSubmit={sent}>
      <DateField label="Starts on" />
      <button type="submit">Save</button>
    </form>,
  );
  const field = screen.getByLabelText('Starts on');
  fireEvent.change(field, { target: { value: 'soon' } });
  fireEvent.blur(field);
  fireEvent.submit(field.closest('form')!);
  expect(sent).not.toHaveBeenCalled();
  expect(document.activeElement).toBe(field);
});
