import { formatNumber } from '../../shared/numbers/format';

const n = (value: number) => formatNumber(value, 0);

export const ads = {
  title: 'Ads',
  text: (currency: string) => `What ads cost and brought, from the export of their network (CSV or a spreadsheet, one row for each ad and day). Money without a currency is taken as ${currency}. The same file again changes nothing.`,
  choose: 'Import an export',
  look: (added: number, changed: number, same: number, left: number) => `${n(added)} new ${added === 1 ? 'row' : 'rows'}, ${n(changed)} changed, ${n(same)} there already, ${n(left)} left out.`,
  take: 'Take them',
  taken: (rows: number) => (rows === 1 ? '1 row of ads taken.' : `${n(rows)} rows of ads taken.`),
  found: 'What the file comes to',
  campaign: 'Campaign of the network',
  none: 'Without a campaign',
  spent: 'Spent',
  impressions: 'Impressions',
  clicks: 'Clicks',
  rate: 'Click rate',
  noImpressions: 'It was never shown.',
  results: 'Results, each kind by itself',
  result: (count: string, kind: string, each: string | null) => (each ? `${count} ${kind}, ${each} each` : `${count} ${kind}`),
  noResults: 'None',
  line: 'Line',
  reason: 'Left out because',
  row: 'What stands there',
};

export const timeImport = {
  title: 'Time from a file',
  text: 'The export of a timer or a spreadsheet (CSV or .xlsx), one line for each piece of work: day, time, and if you like person, work and note. The same file again adds nothing.',
  choose: 'Choose a file',
  look: (added: number, changed: number, same: number, left: number, time: string) => `${n(added)} new ${added === 1 ? 'entry' : 'entries'}, ${n(changed)} changed, ${n(same)} there already, ${n(left)} left out; ${time} h are new.`,
  take: 'Take them',
  taken: (rows: number) => (rows === 1 ? '1 entry of time taken.' : `${n(rows)} entries of time taken.`),
  map: 'Which column is what?',
  mapText: 'Choose the columns that could not be found by their names.',
  ownNone: 'None',
  fields: { day: 'Day', time: 'Time, such as 1:30 or 1.5', minutes: 'Time in minutes', person: 'Person', work: 'What it was for', note: 'Note', entry: 'Id of the entry' } as Record<string, string>,
  found: 'The first entries, as they were understood',
  day: 'Day',
  time: 'Time',
  person: 'Person',
  work: 'For',
  whole: 'The plan as a whole',
  note: 'Note',
};

export const importsList = {
  title: 'Earlier imports',
  file: 'File',
  by: 'By',
  when: 'When',
  rows: 'Rows',
  rowsText: (added: number, changed: number) => `${added} new, ${changed} changed`,
  back: 'Take back',
  backOf: (file: string) => `Take the import of ${file} back`,
  done: (back: number, kept: number) => `${back === 1 ? '1 row' : `${back} rows`} taken back${kept === 0 ? '' : `; ${kept} ${kept === 1 ? 'stays' : 'stay'}, changed by somebody since`}.`,
  undone: 'Taken back',
};

export const increase = {
  title: 'Is it more since then?',
  since: 'Since',
  weeks: 'Weeks on each side',
  weeksEach: (weeks: string) => `${weeks} weeks`,
  before: 'Before:',
  after: 'Since:',
  aWeek: 'a week,',
  from: 'from',
  of: 'Of',
  orders: 'The value of all orders',
  metrics: { sessions_social: 'Visits from social networks', link_clicks: 'Link clicks', conversions: 'Conversions', leads: 'Leads', inbound_links: 'Inbound links', revenue_social: 'Revenue through links and deals' } as Record<string, string>,
};

export const ranking = {
  title: 'What surely returns most',
  text: 'First stands what returns most even if luck was against us: the lower end of the line decides. Nine of ten times the return lies on the line.',
  orders: 'Orders',
  back: 'Back for each unit of cost',
  between: 'Where it may lie',
  range: (now: string, low: string, high: string) => `${now}, between ${low} and ${high}`,
  noCost: 'It needs a known cost, and an order with a value.',
  few: 'Fewer than five orders tell nothing.',
  proposal: 'What might be moved',
  propose: (money: string, time: string, from: string, to: string) => `${to} surely returns more than ${from}. Move a fifth of what ${from} takes there: ${money} and ${time} h.`,
  accept: 'Make an action of it',
  decline: 'Not now',
  why: 'Why not',
  moved: 'It is an action now.',
  movedBudgets: 'It is an action now, and the budgets of both were changed.',
  declined: 'Declined; it is not proposed again for a month.',
  answered: (by: string, yes: boolean, money: string, time: string, from: string, to: string, reason: string | null) => `${by} ${yes ? 'agreed' : 'declined'} to move ${money} and ${time} h from ${from} to ${to}${reason ? `: ${reason}` : '.'}`,
  action: 'The action',
};
