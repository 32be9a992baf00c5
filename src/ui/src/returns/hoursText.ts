const most = 24 * 60;
const ways = [
  /^(?<h>\d{1,2}):(?<m>[0-5]\d)$/,
  /^(?<h>\d{1,2})\s*(?:h|hrs?|hours?|std\.?|stunden?)\s*(?<m>\d{1,2})\s*(?:m|mins?\.?|minutes?|minuten)?$/,
  /^(?<m>\d{1,4})\s*(?:m|mins?\.?|minutes?|minuten)$/,
  /^(?<h>\d{0,2}\.?\d{1,4})\s*(?:h|hrs?|hours?|std\.?|stunden?)?$/,
];

/** The minutes that a text says, as the server reads it: 1:30, 1.5, 1,5, 90m. Empty is none; null is no time. */
export function minutesOf(text: string): number | null {
  const typed = text.trim().toLowerCase().replace(',', '.');
  if (typed === '') return 0;
  const found = ways.map((way) => way.exec(typed)?.groups).find((groups) => groups !== undefined);
  if (!found) return null;
  const minutes = Math.round(Number(found.h ?? 0) * 60 + Number(found.m ?? 0));
  return Number.isFinite(minutes) && minutes <= most ? minutes : null;
}
