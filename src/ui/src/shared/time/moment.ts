import { locale } from '../numbers/format';

/** "Europe/Berlin" -> "Berlin", "America/Argentina/Buenos_Aires" -> "Buenos Aires". */
export function zoneName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

function parts(at: Date, zone: string, options: Intl.DateTimeFormatOptions): Record<string, string> {
  const format = new Intl.DateTimeFormat(locale(), { timeZone: zone, ...options });
  return Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));
}

const yearIn = (at: Date, zone: string) => parts(at, zone, { year: 'numeric' }).year;

/** "Thu 26 Nov" of an instant, in the zone; with the year when it is not the present one. */
export function dayOf(at: Date, zone: string, now: Date): string {
  const p = parts(at, zone, { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
  const day = `${(p.weekday ?? '').replace(/\.$/, '')} ${p.day} ${(p.month ?? '').replace(/\.$/, '')}`;
  return p.year === yearIn(now, zone) ? day : `${day} ${p.year}`;
}

/** "10:00" of an instant, in the zone, on the 24-hour clock. */
export function timeOf(at: Date, zone: string): string {
  const p = parts(at, zone, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  return `${p.hour}:${p.minute}`;
}

/** "Thu 26 Nov, 10:00, Berlin". */
export function formatMoment(instant: string | Date, zone: string, now = new Date()): string {
  const at = new Date(instant);
  return `${dayOf(at, zone, now)}, ${timeOf(at, zone)}, ${zoneName(zone)}`;
}

/** The exact instant, for the hover: "2026-11-26T09:00:00Z". */
export function exactInstant(instant: string | Date): string {
  return new Date(instant).toISOString().replace('.000Z', 'Z');
}

/** A date without a time, "2026-11-26" -> "Thu 26 Nov". It has no zone, so none may shift it. */
export function formatDate(date: string, now = new Date()): string {
  return dayOf(new Date(`${date}T12:00:00Z`), 'UTC', now);
}

/** A month, "2026-11-01" -> "Nov 2026". */
export function formatMonth(date: string): string {
  return new Intl.DateTimeFormat(locale(), { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(new Date(`${date.slice(0, 7)}-15T12:00:00Z`));
}
