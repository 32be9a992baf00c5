import { fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { client } from '../api';
import { show } from '../shared/testing/show';
import { ImportConversions } from './ImportConversions';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers each look and each taking with the same, and remembers what it was sent. */
function server(data: object) {
  const sent: { content: string; dryRun: boolean; decimal?: string }[] = [];
  vi.stubGlobal('fetch', async () => new Response(JSON.stringify({ brands: [{ id: 'brand_1', zone: 'Europe/Zurich' }], member: { permissions: [] } }), { headers: { 'content-type': 'application/json' } }));
  vi.spyOn(client, 'POST').mockImplementation((async (_: string, { body }: { body: (typeof sent)[number] }) => {
    sent.push(body);
    return { data, response: new Response(null, { status: 200 }) };
  }) as never);
  return sent;
}

const choose = async (csv: string) => {
  await screen.findByRole('button', { name: 'Import from a file' });
  fireEvent.change(document.querySelector('input[type=file]') as HTMLInputElement, { target: { files: [{ name: 'orders.csv', arrayBuffer: async () => new TextEncoder().encode(csv).buffer }] } });
};

it('looks at a file first and takes it when told to', async () => {
  const sent = server({ recorded: 2, known: 1, unmatched: 1, problems: [], decimal: 'comma', lines: [{ line: 2, externalId: '1', type: 'sale', at: '2026-03-01T12:00:00Z', value: { amount: 12.5, currency: 'EUR' } }], stored: true, import: null });
  await show(<ImportConversions />);
  await choose('id\n1\n2\n3');
  await screen.findByText(/2 new, 1 there already; of the new ones 1 cannot be joined/);
  expect(sent).toMatchObject([{ content: btoa('id\n1\n2\n3'), dryRun: true }]);
  await screen.findByText('€12.50');
  fireEvent.click(screen.getByRole('button', { name: 'Take them' }));
  await screen.findByText('2 conversions taken');
  expect(sent[1]).toMatchObject({ dryRun: false });
  await waitFor(() => expect(screen.queryByText(/2 new/)).toBeNull());
});

it('says that nothing was stored when the server took nothing, and names the lines', async () => {
  const sent = server({ recorded: 1, known: 0, unmatched: 0, problems: [], lines: [], stored: false });
  await show(<ImportConversions />);
  await choose('id,amount\n1,2');
  const take = await screen.findByRole('button', { name: 'Take them' });
  server({ recorded: 0, known: 0, unmatched: 0, problems: [{ line: 2, message: 'The amount “2” is no number.' }], lines: [], stored: false });
  fireEvent.click(take);
  await screen.findByText('Nothing was stored.');
  await screen.findByText('The amount “2” is no number.');
  expect(sent).toHaveLength(1);
  expect(screen.queryByText(/conversion taken/)).toBeNull();
});

it('says line by line what cannot be read, and takes nothing of such a file', async () => {
  server({ recorded: 1, known: 0, unmatched: 0, problems: [{ line: 3, message: 'The amount “x” is no number.' }], lines: [] });
  await show(<ImportConversions />);
  await choose('id,amount\n1,2\n2,x');
  await screen.findByText('The amount “x” is no number.');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Take them' }).disabled).toBe(true);
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  expect(screen.queryByRole('button', { name: 'Take them' })).toBeNull();
});
