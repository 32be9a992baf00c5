/** The instant of a local date and time in a zone; a time that comes twice is the first, one that does not exist the moment after. */
export function instantOf(date: string, time: string, zone: string): string {
  const wanted = Date.parse(`${date}T${time.slice(0, 5)}:00Z`);
  const shown = (at: number) => {
    const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at);
    const of = (type: string) => parts.find((part) => part.type === type)?.value ?? '00';
    return Date.parse(`${of('year')}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:00Z`);
  };
  // The offset before and after: one of both fits, except in a gap.
  const day = 24 * 3_600_000;
  const candidates = [wanted - (shown(wanted - day) - (wanted - day)), wanted - (shown(wanted + day) - (wanted + day))];
  const at = candidates.find((candidate) => shown(candidate) === wanted) ?? candidates[0]!;
  return new Date(at).toISOString().replace('.000Z', 'Z');
}

/** Date and time of now in a zone, to begin a form with. */
export function nowIn(zone: string, now = new Date()): { date: string; time: string } {
  const said = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' }).format(now);
  return { date: said.slice(0, 10), time: said.slice(11, 16) };
}
