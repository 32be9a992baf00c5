import createClient, { type Middleware } from 'openapi-fetch';
import { problemFrom, unreachable } from './problem';
import type { paths } from './schema';

/** The server refuses any change without it: a foreign page cannot send an own header. */
export const changeHeader = { 'X-Bellwether': '1' } as const;

const marksChanges: Middleware = {
  onRequest({ request }) {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      for (const [name, value] of Object.entries(changeHeader)) request.headers.set(name, value);
    }
    return request;
  },
  onError() {
    return unreachable();
  },
};

/** The typed client: paths, parameters and bodies come from docs/api/v1.json. */
export const client = createClient<paths>({ baseUrl: '', credentials: 'same-origin' });
client.use(marksChanges);

interface Reply<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Waits for a call of the client: its data, or a Problem thrown. */
export async function answer<T>(call: Promise<Reply<T>>): Promise<T> {
  const reply = await call;
  if (!reply.response.ok) throw problemFrom(reply.response.status, reply.error);
  return reply.data as T;
}

/** As `answer`, with the ETag beside it, for pages that send it back as If-Match. */
export async function answerWithEtag<T>(call: Promise<Reply<T>>): Promise<{ data: T; etag: string | null }> {
  const reply = await call;
  if (!reply.response.ok) throw problemFrom(reply.response.status, reply.error);
  return { data: reply.data as T, etag: reply.response.headers.get('ETag') };
}
