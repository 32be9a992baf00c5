/** The last days in the brand's zone, today included. */
export function rangeOf(days: number, zone: string, now = new Date()): { from: string; until: string } {
  const until = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  const first = new Date(`${until}T00:00:00Z`);
  first.setUTCDate(first.getUTCDate() - days + 1);
  return { from: first.toISOString().slice(0, 10), until };
}
