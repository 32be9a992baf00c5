import { answer, client, type components, useCommand, useRead } from '../api';
import { formatDate } from '../shared';
import type { ProblemForm } from '../shared/forms/fieldErrors';
import { t } from '../texts';

export type Tool = components['schemas']['ToolView'];
export type ToolSheet = components['schemas']['ToolSheet'];
export type Inventory = components['schemas']['ToolInventoryView'];

const words = t.tools;
/** Tools also stand in the gates of the plan, on its executive page and on Today. */
const afterTools = (plan: string) => [['tools', plan], ['gates', plan], ['executive', plan], ['today']];

export function useTools(plan: string) {
  return useRead(['tools', plan], () => answer(client.GET('/api/v1/plans/{plan}/tools', { params: { path: { plan } } })));
}

const at = (tool: string) => ({ params: { path: { tool } } });
const add = (plan: string, sheet: ToolSheet) => answer(client.POST('/api/v1/plans/{plan}/tools', { params: { path: { plan } }, body: { sheet } }));

export function useToolCommands(plan: string) {
  const invalidate = afterTools(plan);
  const none = { params: { path: { plan } } };
  return {
    renew: useCommand((tool: Tool) => answer(client.POST('/api/v1/tools/{tool}/renew', { ...at(tool.id), body: {} })), {
      invalidate,
      done: (_, tool) => t.renewal.renewed(tool.sheet.name, formatDate(tool.sheet.renewsOn!)),
      undo: (before) => answer(client.PATCH('/api/v1/tools/{tool}', { ...at(before.id), body: { sheet: before.sheet } })),
    }),
    remove: useCommand((tool: Tool) => answer(client.DELETE('/api/v1/tools/{tool}', at(tool.id))), { invalidate, done: (tool) => words.removed(tool.sheet.name), undo: (tool) => add(plan, tool.sheet) }),
    sayNone: useCommand((reason: string) => answer(client.POST('/api/v1/plans/{plan}/no-tools', { ...none, body: { reason } })), { invalidate, done: words.noneSaid }),
    takeBack: useCommand(() => answer(client.DELETE('/api/v1/plans/{plan}/no-tools', none)), { invalidate }),
  };
}

/** Adds a tool, or changes the one that is open. */
export function useSaveTool(plan: string, tool: Tool | undefined, form: ProblemForm, onDone: () => void) {
  return useCommand((sheet: ToolSheet) => (tool ? answer(client.PATCH('/api/v1/tools/{tool}', { ...at(tool.id), body: { sheet, ifVersion: tool.version } })) : add(plan, sheet)), {
    form,
    invalidate: afterTools(plan),
    done: (sheet) => (tool ? words.changed(sheet.name) : words.added(sheet.name)),
    onDone,
  });
}

/** What the register of research knows, of tools alone. */
export function useRegister(plan: string) {
  const read = useRead(['research', plan, 'techniques'], () => answer(client.GET('/api/v1/plans/{plan}/techniques', { params: { path: { plan } } })));
  return (read.data ?? []).filter((each) => each.sheet.kind === 'tool').map((each) => ({ value: each.id, label: `${each.sheet.name} (${words.standings[each.sheet.status].toLowerCase()})` }));
}
