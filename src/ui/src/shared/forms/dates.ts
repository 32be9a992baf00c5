import { locale } from '../numbers/format';

/** The order in which the reader writes day, month and year. */
function order(): ('day' | 'month' | 'year')[] {
  const parts = new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(new Date(2026, 10, 26));
  return parts.map((part) => part.type).filter((type) => type === 'day' || type === 'month' || type === 'year');
}

/** How the reader writes a date, in the letters of dayjs: "DD/MM/YYYY". */
export function datePattern(): string {
  const letters: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = { day: 'DD', month: 'MM', year: 'YYYY' };
  const parts = new Intl.DateTimeFormat(locale(), { day: '2-digit', month: '2-digit', year: 'numeric' }).formatToParts(new Date(2026, 10, 26));
  return parts.map((part) => letters[part.type] ?? part.value).join('');
}

/** "2026-11-26" as the reader writes it; nothing for nothing. */
export function writeDate(date: string): string {
  const [year, month, day] = date.split('-');
  return year && month && day ? datePattern().replace('YYYY', year).replace('MM', month).replace('DD', day) : '';
}

/** Reads "2026-11-26", or day, month and year in the reader's order; null when it is no date. */
export function readDate(text: string): string | null {
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})\s*$/.exec(text);
  if (iso) return dateOf(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = text.split(/\D+/).filter(Boolean).map(Number);
  if (numbers.length !== 3) return null;
  const [day, month, year] = (['day', 'month', 'year'] as const).map((part) => numbers[order().indexOf(part)] ?? Number.NaN) as [number, number, number];
  return dateOf(year, month, day);
}

function dateOf(year: number, month: number, day: number): string | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  if (year < 1900 || at.getUTCFullYear() !== year || at.getUTCMonth() !== month - 1 || at.getUTCDate() !== day) return null;
  return at.toISOString().slice(0, 10);
}

/** Reads "9", "930", "9:30", "9.30 pm" as "09:30"; null when it is no time of day. */
export function readTime(text: string): string | null {
  const found = /^\s*(\d{1,2})\s*[:.h]?\s*(\d{2})?\s*([ap])?\.?\s*m?\.?\s*$/i.exec(text);
  if (!found) return null;
  const half = found[3]?.toLowerCase();
  let hour = Number(found[1]);
  const minute = Number(found[2] ?? 0);
  if (half && (hour < 1 || hour > 12)) return null;
  if (half) hour = (hour % 12) + (half === 'p' ? 12 : 0);
  return hour < 24 && minute < 60 ? `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}` : null;
}

/** A time of day some minutes later, round the clock. */
export function shiftTime(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const all = (((hour * 60 + minute + minutes) % 1440) + 1440) % 1440;
  return `${String(Math.floor(all / 60)).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`;
}
