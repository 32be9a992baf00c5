import type { components } from '../api';
import { formatMoney, formatNumber } from '../shared';
import { t } from '../texts';

export type Report = components['schemas']['AttributionReportView'];
export type Row = components['schemas']['CreditRow'];
export type Model = components['schemas']['AttributionModel'];
export type By = components['schemas']['CreditBy'];
export type Measure = 'conversions' | 'value';

const words = t.credit;

/** What people call a row: its title, or the word that its key is. */
export function nameOf(key: string, title: string | null | undefined, by: By): string {
  if (key === 'none') return words.noneOf[by] ?? key;
  return title ?? words.words[key] ?? t.tracking.groups[key] ?? (by === 'campaignType' ? (t.campaigns.kinds as Record<string, string>)[key] : undefined) ?? (key.includes('_') && by !== 'campaign' ? t.tracking.unnamed : key);
}

export const models = Object.keys(words.models) as Model[];

/** What a row has under a model; nothing where the model is silent. */
export function creditOf(row: Row, model: Model, measure: Measure): number | undefined {
  const credit = row.credits.find((one) => one.model === model);
  return measure === 'value' ? credit?.value.amount : credit?.conversions;
}

/** The smallest and the largest credit of a row under all models. */
export function spanOf(row: Row, measure: Measure): { low: number; high: number } {
  const all = row.credits.map((credit) => (measure === 'value' ? credit.value.amount : credit.conversions));
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** How a figure is written: conversions with at most one decimal, money in the brand's currency. */
export const writer = (measure: Measure, currency: string) => (value: number) => (measure === 'value' ? formatMoney({ amount: value, currency }) : formatNumber(value, 1));

/** How long before, in the unit people would use. */
export function ago(days: number): string {
  const minutes = Math.round(days * 1440);
  if (minutes < 1) return words.panel.atOnce;
  if (minutes < 90) return words.panel.before(words.minutes(formatNumber(minutes, 0)));
  if (days < 2) return words.panel.before(words.hours(formatNumber(days * 24, 0)));
  return words.panel.before(words.days(formatNumber(days, 0)));
}

const remembered = 'bellwether-credit-model';

/** The model looked at last, in this browser. */
export function rememberedModel(): Model | null {
  try {
    const kept = localStorage.getItem(remembered);
    return models.find((model) => model === kept) ?? null;
  } catch {
    return null;
  }
}

export function rememberModel(model: Model): void {
  try {
    localStorage.setItem(remembered, model);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}
