import { TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Problem } from '../../api/problem';
import { useCommand } from '../../api/useCommand';
import { show } from '../testing/show';
import { fieldErrorsFor, formPath } from './fieldErrors';
import { ProblemAlert } from './ProblemAlert';

describe('field names of the server', () => {
  it.each([
    ['name', 'name'],
    ['Name', 'name'],
    ['$.steps[0].title', 'steps.0.title'],
    ['Steps[12].DueOn', 'steps.12.dueOn'],
    ['/steps/0/title', 'steps.0.title'],
  ])('%s is %s on the form', (server, form) => expect(formPath(server)).toBe(form));

  it('lists only fields that the form has', () => {
    const problem = new Problem(422, 'x', 'No', { 'Steps[0].Title': ['Too long.', 'Too plain.'], other: ['?'] });
    expect(fieldErrorsFor({ steps: [{ title: '' }] }, problem)).toEqual({ 'steps.0.title': 'Too long. Too plain.' });
  });

  it('finds a field that the server wraps in something', () =>
    expect(fieldErrorsFor({ sample: '' }, new Problem(400, 'x', 'No', { 'sheet.source.sample': ['Too large.'] }))).toEqual({ sample: 'Too large.' }));

  it('leaves what is wrong with a list of rows to the alert', () => expect(fieldErrorsFor({ questions: [{ text: '' }] }, new Problem(422, 'x', 'No', { questions: ['Too many.'] }))).toEqual({}));
});

function GoalForm({ problem }: { problem: Problem }) {
  const form = useForm({ initialValues: { name: '' } });
  const save = useCommand(() => Promise.reject(problem), { form });
  return (
    <form onSubmit={form.onSubmit(() => save.mutate())}>
      <TextInput label="Name" {...form.getInputProps('name')} />
      <ProblemAlert problem={save.problem} form={form} />
      <button type="submit">Save</button>
    </form>
  );
}

it('puts each message beside its field and the rest above the button, none twice', async () => {
  const problem = new Problem(422, 'goal-invalid', 'This goal cannot be saved.', { Name: ['Give it a name.'], plan: ['The plan is closed.'] });
  await show(<GoalForm problem={problem} />);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('This goal cannot be saved.');
  expect(alert.textContent).toContain('The plan is closed.');
  expect(screen.getAllByText('Give it a name.')).toHaveLength(1);
  expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
});

it('does not say beside the button what a field says already', async () => {
  await show(<GoalForm problem={new Problem(422, 'goal-invalid', 'Give it a name.', { name: ['Give it a name.'] })} />);
  fireEvent.click(screen.getByRole('button', { name: 'Save' }));
  expect((await screen.findByRole('alert')).textContent).toBe('Please look at the marked fields.');
  expect(screen.getAllByText('Give it a name.')).toHaveLength(1);
});
