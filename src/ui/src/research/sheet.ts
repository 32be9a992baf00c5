import type { components } from '../api';
import type { Tab, To } from '../menu';
import { t } from '../texts';

export type Schemas = components['schemas'];
export type Values = Record<string, unknown>;

const tab = t.research.tabs;

/** The pages of research, in the order one goes through them. */
export const researchTabs: Tab[] = [
  { label: tab.overview, to: '/research' as To },
  { label: tab.findings, to: '/research/findings' as To },
  { label: tab.people, to: '/research/people' as To },
  { label: tab.audiences, to: '/research/audiences' as To },
  { label: tab.community, to: '/research/community' as To },
  { label: tab.surveys, to: '/research/surveys' as To },
  { label: tab.media, to: '/research/media' as To },
  { label: tab.register, to: '/research/register' as To },
  { label: tab.trace, to: '/research/trace' as To },
  { label: tab.dossier, to: '/research/dossier' as To },
];

/** What every command of research reads again: gaps depend on everything. */
export const researchKeys = (plan: string) => [['research', plan]];

export const optionsOf = (texts: Record<string, string>) => Object.entries(texts).map(([value, label]) => ({ value, label }));

/** A text with one thing a line as a list. */
export const linesOf = (text: unknown): string[] =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** Lines of "left: right" as pairs; a line without a colon has an empty left side. */
export const pairsOf = (text: unknown): [string, string][] =>
  linesOf(text).map((line) => {
    const at = line.indexOf(':');
    return at < 0 ? ['', line] : [line.slice(0, at).trim(), line.slice(at + 1).trim()];
  });

/** An empty field is nothing, not an empty text. */
export const orNull = <T>(value: T): T | null => (value === '' || value === undefined ? null : value);

export const numberOrNull = (value: unknown): number | null => (value === '' || value === null || value === undefined ? null : Number(value));

/** The parts of a form's evidence, as the API wants them; nothing without a name. */
export function evidenceOf(values: Values): Schemas['Evidence'] | undefined {
  const name = String(values.sourceName ?? '').trim();
  if (name === '') return undefined;
  return {
    kind: (values.sourceKind as Schemas['SourceKind']) || 'web',
    name,
    on: String(values.sourceOn ?? ''),
    reference: orNull(values.reference as string),
    link: orNull(String(values.sourceLink ?? '').trim()),
    sample: numberOrNull(values.sample),
  };
}

/** The fields of a form from evidence that is there. */
export const evidenceValues = (source: Schemas['Evidence'] | null | undefined, today: string): Values => ({
  sourceKind: source?.kind ?? 'web',
  sourceName: source?.name ?? '',
  sourceOn: source?.on ?? today,
  sourceLink: source?.link ?? '',
  reference: source?.reference ?? '',
  sample: source?.sample ?? '',
});

/** Today as the API writes days. */
export const today = () => new Date().toLocaleDateString('sv-SE');
