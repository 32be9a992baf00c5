import { describe, expect, it, vi } from 'vitest';
import { t } from '../texts';
import { answer } from './client';
import { problemFrom } from './problem';
import { send } from './send';

describe('a refusal', () => {
  it('keeps the words of the server', () => {
    const problem = problemFrom(422, { title: 'Too long.', detail: 'Shorten it.', code: 'text-too-long', errors: { text: ['312 of 300'], odd: 'one' } });
    expect(problem).toMatchObject({ status: 422, code: 'text-too-long', message: 'Shorten it.' });
    expect(problem.errors).toEqual({ text: ['312 of 300'], odd: ['one'] });
  });

  it('gets words of ours when the server has none', () => {
    expect(problemFrom(422, { title: 'Too long.' }).message).toBe('Too long.');
    expect(problemFrom(403, '<html>').message).toBe(t.problems.byStatus[403]);
    expect(problemFrom(502, null).message).toBe(t.problems.server);
    expect(problemFrom(418, undefined).message).toBe(t.problems.unknown);
  });
});

it('a call that is refused throws its problem', async () => {
  const call = Promise.resolve({ error: { title: 'Gone.' }, response: new Response(null, { status: 404 }) });
  await expect(answer(call)).rejects.toMatchObject({ status: 404, message: 'Gone.' });
});

it('a change carries the header that foreign pages cannot send', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch').mockImplementation(() => Promise.resolve(new Response('{}')));
  await send('POST', '/account/sign-out');
  await send('GET', '/account/state');
  const headers = fetched.mock.calls.map(([, init]) => new Headers(init?.headers).get('X-Bellwether'));
  expect(headers).toEqual(['1', null]);
});

it('a server that is not there is said so', async () => {
  vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('Failed to fetch'));
  await expect(send('GET', '/account/state')).rejects.toMatchObject({ status: 0, code: 'unreachable' });
});
