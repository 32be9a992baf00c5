import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show } from '../testing/show';
import { rememberSent, toFirstError, toFirstRefused } from './firstError';

function Form() {
  const form = useForm({ initialValues: { title: '', note: 'kept', question: '' }, validate: { title: (value) => (value ? null : 'Write a title.'), question: (value) => (value ? null : 'Write a question.') } });
  return (
    <form onSubmit={form.onSubmit(() => undefined, toFirstError)}>
      <TextInput label="Title" {...form.getInputProps('title')} />
      <TextInput label="Note" {...form.getInputProps('note')} />
      <TextInput label="Question" {...form.getInputProps('question')} />
      <button type="submit">Save</button>
    </form>
  );
}

it('leads to the first field that is wrong, and marks them all', async () => {
  await show(<Form />);
  const title = screen.getByLabelText('Title');
  fireEvent.submit(title.closest('form')!);
  await waitFor(() => expect(document.activeElement).toBe(title));
  expect(screen.getByText('Write a title.')).toBeTruthy();
  expect(screen.getByText('Write a question.')).toBeTruthy();
});

it('leads to the field that the server refused, in the form that was sent', async () => {
  await show(<Form />);
  const question = screen.getByLabelText('Question');
  fireEvent.change(screen.getByLabelText('Title'), { target: { value: 'x' } });
  rememberSent(question.closest('form')!);
  fireEvent.submit(question.closest('form')!);
  await waitFor(() => expect(question.getAttribute('aria-invalid')).toBe('true'));
  screen.getByLabelText('Note').focus();
  toFirstRefused();
  await waitFor(() => expect(document.activeElement).toBe(question));
});
