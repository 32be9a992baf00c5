import { t } from '../texts';

/** What the server says when it refuses: problem+json, read once and passed on as an error. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string | undefined;
  readonly errors: Record<string, string[]>;

  constructor(status: number, code: string, title: string, detail?: string, errors: Record<string, string[]> = {}) {
    super(title);
    this.name = 'Problem';
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.errors = errors;
  }

  /** The title and the detail as one text, without saying the same twice. */
  get words(): string {
    return this.detail && this.detail !== this.message ? `${this.message} ${this.detail}`.trim() : this.message;
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

/** Turns any answer that is not a success into words a person can act on. */
export function problemFrom(status: number, body: unknown): Problem {
  const fields = (typeof body === 'object' && body !== null ? body : {}) as Record<string, unknown>;
  const fallback = t.problems.byStatus[status] ?? (status >= 500 ? t.problems.server : t.problems.unknown);
  return new Problem(status, text(fields.code) ?? `http-${status}`, text(fields.title) ?? fallback, text(fields.detail), fieldErrors(fields.errors));
}

/** A request that never got an answer. */
export function unreachable(): Problem {
  return new Problem(0, 'unreachable', t.problems.unreachable);
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError) return unreachable();
  return new Problem(0, 'unexpected', t.problems.unexpected, error instanceof Error ? error.message : undefined);
}
