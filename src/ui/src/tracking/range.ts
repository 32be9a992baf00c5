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

/** The days that the address names: one of the usual spans, or days of one's own choice. */
export function chosenRange(url: Record<string, string | undefined>, zone: string, usual = '30'): { from: string; until: string; days?: string } {
  const day = /^\d{4}-\d\d-\d\d$/;
  if (url.days === 'chosen' && url.from && url.until && day.test(url.from) && day.test(url.until)) return { from: url.from, until: url.until };
  const days = url.days && ['7', '30', '90', '365'].includes(url.days) ? url.days : usual;
  return { ...rangeOf(Number(days), zone), days };
}
