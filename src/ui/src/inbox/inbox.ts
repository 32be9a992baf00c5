import type { QueryKey } from '@tanstack/react-query';
import { answer, client, type components, useRead } from '../api';
import { formatNumber } from '../shared';
import { t } from '../texts';

type Schemas = components['schemas'];
export type CareRow = Schemas['CareRow'];
export type CareSheet = Schemas['CareSheet'];
export type Severity = Schemas['CaseSeverity'];
export type Kind = Schemas['CaseKind'];
export type Show = keyof typeof t.inbox.shows;
export type Sla = Schemas['SlaView'];

export const severities: Severity[] = ['urgent', 'high', 'normal', 'low'];
export const shows: Show[] = ['open', 'mine', 'overdue', 'resolved', 'all'];

/** What changes when a case does. */
export const afterCase: QueryKey[] = [['inbox'], ['today']];

export function useCases(brand: string, filter: Show, take: number) {
  return useRead(['inbox', 'list', brand, filter, take], () => answer(client.GET('/api/v1/inbox', { params: { query: { brand, filter, take } } })), { keep: true, every: 60_000 });
}

export function useCase(id: string) {
  return useRead(['inbox', 'case', id], () => answer(client.GET('/api/v1/inbox/{case}', { params: { path: { case: id } } })));
}

export function useSla(brand: string) {
  return useRead(['inbox', 'sla', brand], () => answer(client.GET('/api/v1/brands/{brand}/inbox/sla', { params: { path: { brand } } })));
}

/** Whose case it is, as people call it. */
export const whoOf = (row: Pick<CareRow, 'author'>) => row.author ?? t.somebody;

/** Business minutes as people say them: "50 min", "3 h 20 min", "2.5 working days". */
export function spanInWords(minutes: number, day: number): string {
  const whole = Math.round(minutes);
  if (whole < 60) return t.inbox.span.minutes(whole);
  if (day > 0 && whole >= 2 * day) return t.inbox.span.days(formatNumber(whole / day, 1));
  return whole % 60 === 0 ? t.inbox.span.hours(whole / 60) : t.inbox.span.hoursMinutes(Math.floor(whole / 60), whole % 60);
}
