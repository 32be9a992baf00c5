/** The last days in the brand's zone, today included. */
export function rangeOf(days: number, zone: string, now = new Date()): { from: string; until: string } {
  const until = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  const first = new Date(`${until}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - days + 1);
  return { from: first.toISOString().slice(0, 10), until };
}

/** The days that the address names: one of the usual spans, or days of one's own choice. */
export function chosenRange(url: Record<string, string | undefined>, zone: string, usual = '30'): { from: string; until: string; days?: string } {
  const day = /^\d{4}-\d\d-\d\d$/;
  if (url.days === 'chosen' && url.from && url.until && day.test(url.from) && day.test(url.until)) return { from: url.from, until: url.until };
  const days = url.days && ['7', '30', '90', '365'].includes(url.days) ? url.days : usual;
  return { ...rangeOf(Number(days), zone), days };
}
