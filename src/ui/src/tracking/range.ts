/** The day of a moment in the brand's zone. */
export const dayIn = (zone: string, at: Date): string => new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);

/** A day so many days later, or earlier. */
export function plusDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The last days in the brand's zone, today included. */
export function rangeOf(days: number, zone: string, now = new Date()): { from: string; until: string } {
  const until = dayIn(zone, now);
  return { from: plusDays(until, 1 - days), until };
}

/** Whether it is a day of the calendar: "2026-11-26". */
export const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && plusDays(text, 0) === text;

/** Days that there can be something on: both are days, and they do not end before they begin. */
export const isRange = (from: string, until: string): boolean => isDay(from) && isDay(until) && from <= until;

/** The days that the address names: one of the usual spans, or days of one's own choice. Those are as they stand there, also where they make no sense: who asks for them is told so. */
export function chosenRange(url: Record<string, string | undefined>, zone: string, usual = '30'): { from: string; until: string; days?: string } {
  if (url.days === 'chosen' && url.from) return { from: url.from, until: url.until ?? rangeOf(1, zone).until };
  const days = url.days && ['7', '30', '90', '365'].includes(url.days) ? url.days : usual;
  return { ...rangeOf(Number(days), zone), days };
}
