import { t } from '../texts';

/** What the server says when it refuses: problem+json, read once and passed on as an error. The message is for people. */
export class Problem extends Error {
  readonly status: number;
  /** Stable, for programs: "sign-in-wrong". */
  readonly code: string;
  /** Messages by field, as the server names its fields. */
  readonly errors: Record<string, string[]>;

  constructor(status: number, code: string, message: string, errors: Record<string, string[]> = {}) {
    super(message);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

function fieldErrors(value: unknown): Record<string, string[]> {
  if (typeof value !== 'object' || value === null) return {};
  return Object.fromEntries(
    Object.entries(value)
      .map(([field, messages]) => [field, (Array.isArray(messages) ? messages : [messages]).filter((m) => typeof m === 'string')] as const)
      .filter(([, messages]) => messages.length > 0),
  );
}

/** Turns any answer that is not a success into words a person can act on. The detail says it best, then the title. */
export function problemFrom(status: number, body: unknown): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const ours = t.problems.byStatus[status] ?? (status >= 500 ? t.problems.server : t.problems.unknown);
  return new Problem(status, text(fields.code) ?? `http-${status}`, text(fields.detail) ?? text(fields.title) ?? ours, fieldErrors(fields.errors));
}

/** A request that never got an answer. */
export function unreachable(): Problem {
  return new Problem(0, 'unreachable', t.problems.unreachable);
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError && /fetch|network|load failed/i.test(error.message)) return unreachable();
  return new Problem(0, 'unexpected', error instanceof Error ? `${t.problems.unexpected} (${error.message})` : t.problems.unexpected);
}
