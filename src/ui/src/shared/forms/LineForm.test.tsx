import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { show } from '../testing/show';
import { LineForm } from './LineForm';

const write = (line: string) => fireEvent.change(screen.getByLabelText('A step'), { target: { value: line } });
const field = () => screen.getByLabelText<HTMLInputElement>('A step');
const press = () => fireEvent.click(screen.getByRole('button', { name: 'Add' }));

it('is free for the next line while the first is on its way, and sends them in order', async () => {
  const sent: string[] = [];
  const ends: (() => void)[] = [];
  await show(<LineForm label="A step" verb="Add" onSend={(line) => new Promise<void>((end) => (sent.push(line), ends.push(end)))} />);
  write(' first ');
  press();
  expect(field().value).toBe('');
  write('second');
  press();
  await waitFor(() => expect(sent).toEqual(['first']));
  write('third, half wri');
  ends[0]!();
  await waitFor(() => expect(sent).toEqual(['first', 'second']));
  ends[1]!();
  expect(field().value).toBe('third, half wri');
});

it('gives a refused line back, before what was written since', async () => {
  const send = vi.fn().mockRejectedValueOnce(new Error('no')).mockRejectedValueOnce(new Error('no'));
  await show(<LineForm label="A step" verb="Add" onSend={send} />);
  write('first');
  press();
  await waitFor(() => expect(field().value).toBe('first'));
  press();
  write('second');
  await waitFor(() => expect(field().value).toBe('first second'));
});

it('sends nothing but blanks', async () => {
  const send = vi.fn();
  await show(<LineForm label="A step" verb="Add" onSend={send} />);
  write('   ');
  fireEvent.submit(field());
  expect(send).not.toHaveBeenCalled();
});
