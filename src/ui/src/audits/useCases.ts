import { answer, client, type components, useCommand, useRead } from '../api';
import { base64, useBrand } from '../shared';
import { t } from '../texts';

type Schemas = components['schemas'];
export type Case = Schemas['CaseView'];
export type CaseStatus = Case['status'];
export type Element = Schemas['IdentityElement'];
export type SearchTask = Schemas['SearchTask'];
export type Stranger = Schemas['Stranger'];

const words = t.audits.cases;
export const caseKeys = [['cases'], ['searches'], ['today'], ['audit-todo']];

/** The cases of the brand on screen and what came of them. */
export function useCases() {
  const brand = useBrand();
  return useRead(['cases', brand.id], () => answer(client.GET('/api/v1/impersonation-cases', { params: { query: { brand: brand.id } } })));
}

export function useCase(id: string) {
  return useRead(['cases', 'one', id], () => answer(client.GET('/api/v1/impersonation-cases/{case}', { params: { path: { case: id } } })), { keep: true });
}

/** What can be done with a case. */
export function useCaseCommands(id: string) {
  const params = { path: { case: id } };
  const invalidate = caseKeys;
  return {
    describe: useCommand((body: { copied?: Element[]; notes?: string }) => answer(client.PATCH('/api/v1/impersonation-cases/{case}', { params, body })), { invalidate, inTurn: id }),
    move: useCommand((body: { status: CaseStatus; note?: string | null; reference?: string | null }) => answer(client.POST('/api/v1/impersonation-cases/{case}/move', { params, body })), {
      invalidate,
      inTurn: id,
      done: (input) => words.moved(words.statuses[input.status]),
      quiet: true,
    }),
    chase: useCommand((note: string | null) => answer(client.POST('/api/v1/impersonation-cases/{case}/chase', { params, body: { note } })), { invalidate, inTurn: id, done: words.chased, quiet: true }),
    addEvidence: useCommand(async (file: File) => answer(client.POST('/api/v1/impersonation-cases/{case}/evidence', { params, body: { name: file.name.slice(0, 200), content: await base64(file) } })), {
      invalidate,
      inTurn: id,
      done: words.evidenceAdded,
      quiet: true,
    }),
  };
}
