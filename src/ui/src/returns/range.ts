/** The first of so many days that end today, in the brand's zone: "2026-11-01". */
export function firstDay(days: number, zone: string, now = Date.now()): string {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
  const first = new Date(`${day}T12:00:00Z`);
  first.setUTCDate(first.getUTCDate() - days + 1);
  return first.toISOString().slice(0, 10);
}
