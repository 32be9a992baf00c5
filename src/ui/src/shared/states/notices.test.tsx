import { notifications } from '@mantine/notifications';
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { Problem } from '../../api/problem';
import { show } from '../testing/show';
import { showDone, showProblem, showUndo } from './notices';

afterEach(() => act(() => notifications.clean()));

it('offers the way back once and says so no longer', async () => {
  const undo = vi.fn();
  await show(<p />);
  act(() => void showUndo('Goal archived.', undo));
  // While it moves in, it may stand there twice for a moment.
  for (const button of await screen.findAllByRole('button', { name: 'Undo' })) {
    fireEvent.click(button);
    fireEvent.click(button);
  }
  await waitFor(() => expect(screen.queryByText('Goal archived.')).toBeNull());
  expect(undo).toHaveBeenCalledTimes(1);
});

it('says why, when the way back is refused', async () => {
  await show(<p />);
  act(() => void showUndo('Goal archived.', () => Promise.reject(new Problem(409, 'changed', 'Ben changed this goal meanwhile.'))));
  fireEvent.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await screen.findByText('Ben changed this goal meanwhile.')).toBeTruthy();
});

it('keeps the newest two of what worked, and every problem', async () => {
  await show(<p />);
  act(() => {
    showProblem(new Problem(409, 'changed', 'Ben changed this goal meanwhile.'));
    for (const said of ['One saved.', 'Two saved.', 'Three saved.']) showDone(said);
  });
  expect(await screen.findByText('Three saved.')).toBeTruthy();
  await waitFor(() => expect(screen.queryByText('One saved.')).toBeNull());
  expect(screen.getByText('Two saved.')).toBeTruthy();
  expect(screen.getByText('Ben changed this goal meanwhile.')).toBeTruthy();
});
