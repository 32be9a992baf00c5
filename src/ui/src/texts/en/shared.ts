/** Words that more than one step uses. */
export const product = 'Bellwether';

/** Who wrote, where nobody knows the name. */
export const somebody = 'Somebody';

/** Noting that a tool is paid for again: on Today and in the list of tools. */
export const renewal = {
  inDays: (days: number) => (days === 0 ? 'today' : days === 1 ? 'tomorrow' : days === -1 ? 'yesterday' : days < 0 ? `${-days} days ago` : `in ${days} days`),
  renew: 'Renewed',
  renewOne: (name: string) => `Renewed: ${name}`,
  renewed: (name: string, day: string) => `${name} is renewed. It comes up again on ${day}.`,
};

export const actions = {
  add: 'Add',
  archive: 'Archive',
  cancel: 'Cancel',
  close: 'Close',
  continue: 'Continue',
  create: 'Create',
  delete: 'Delete',
  doSomething: 'Actions',
  edit: 'Edit',
  export: 'Export',
  import: 'Import',
  remove: 'Remove',
  retry: 'Try again',
  save: 'Save',
  undo: 'Undo',
};

export const problems = {
  happened: 'What happened',
  safe: 'What is safe',
  todo: 'What to do',
  safeRead: 'Nothing was changed. Everything saved before is still there.',
  nothingChanged: 'Nothing was changed.',
  safeEdit: 'What you typed is still on this page.',
  safeFile: 'Nothing of the file was taken.',
  retryHint: 'Try again. If it happens once more, tell the person who runs this server.',
  unreachable: 'The server does not answer. Check that it runs and that you are connected.',
  unexpected: 'The page met something it did not expect.',
  unknown: 'The server refused this without saying why.',
  server: 'The server met an error of its own.',
  fix: 'Please look at the marked fields.',
  byStatus: {
    400: 'The server could not read this request.',
    401: 'You are signed out. Sign in and try again.',
    403: 'Your role does not allow this. Ask an owner of the workspace.',
    404: 'This does not exist, or you cannot see it.',
    409: 'Somebody changed this meanwhile. Load it again, then repeat your change.',
    412: 'Somebody changed this meanwhile. Load it again, then repeat your change.',
    413: 'This is larger than the server accepts.',
    429: 'Too many tries in a short time. Wait a minute, then try again.',
    503: 'The server is busy. Wait a moment, then try again.',
  } as Record<number, string>,
  pageBroke: 'This page stopped working',
};

export const states = {
  loading: 'Loading',
  notFoundTitle: 'There is no such page',
  notFound: 'The address may be old or mistyped.',
  toToday: 'Go to Today',
  example: 'For example',
  noBrandTitle: 'No brand yet',
  noBrand: 'Everything in Bellwether belongs to a brand. Ask an owner to add you to one.',
};

export const table = {
  rows: (n: number) => (n === 1 ? '1 row' : `${n} rows`),
  rowsOf: (n: number, all: number) => `${n} of ${all} rows`,
  selected: (n: number) => (n === 1 ? '1 selected' : `${n} selected`),
  selectAll: 'Select all rows',
  selectRow: (name: string) => `Select ${name}`,
  clearSelection: 'Clear selection',
  search: 'Search in this list',
  sortBy: 'Sort by',
  sortedUp: 'sorted upwards',
  sortedDown: 'sorted downwards',
  any: 'Any',
  noMatch: 'Nothing matches these filters.',
  clearFilters: 'Clear filters',
  more: 'Show more',
  open: (name: string) => `Open ${name}`,
};

export const numbers = {
  noData: 'No data',
  ahead: (amount: string) => `${amount} ahead`,
  behind: (amount: string) => `${amount} behind`,
  level: 'as planned',
  aboutInTen: (n: number) => `about ${n} in 10`,
  lessThanOneInTwenty: 'less than 1 in 20',
  moreThanNineteenInTwenty: 'more than 19 in 20',
  outOf: (n: string) => `n = ${n}`,
  pace: (now: string, expected: string, target: string) => `${now} now, ${expected} expected by today, target ${target}`,
  trend: (from: string, to: string) => `from ${from} to ${to}`,
  trendEmpty: 'no values yet',
};

export const funnel = {
  label: 'From click to revenue',
  brought: 'What it brought',
  clicks: 'Clicks',
  visits: 'Visits',
  conversions: 'Conversions',
  revenue: 'Revenue',
  rate: 'Conversions per click',
  joined: (n: string, all: string) => `${n} of ${all} conversions were joined to a click; only those count per click.`,
  joinedShort: (n: string, all: string) => `${n} of ${all} joined to a click`,
  noRevenue: 'No conversion here had a value in money.',
  noClicks: 'Without clicks there is no rate.',
  nothing: 'No tracked link points here yet, so clicks are not counted.',
  links: (n: number) => (n === 1 ? '1 tracked link' : `${n} tracked links`),
  dropped: (n: string) => `${n} hits of bots, previews and the like are not counted.`,
  see: { clicks: 'See each click', conversions: 'See each conversion' },
};

export const creditLine = {
  text: (conversions: string, value: string) => `Credited with ${conversions} ${conversions === '1' ? 'conversion' : 'conversions'} worth ${value} in the last twelve months.`,
  none: 'Credited with no conversion in the last twelve months.',
  how: (model: string, days: number) => `Credit goes to ${model}, ${days} days back.`,
  see: 'Compare models',
  models: {
    first: 'the first touch',
    last: 'the last touch',
    lastNonDirect: 'the last touch that was not direct',
    linear: 'every touch alike',
    position: 'mostly the first and the last touch',
    timeDecay: 'later touches more than earlier ones',
    markov: 'what would be missed',
    shapley: 'what each touch adds to the others',
    counterfactual: 'what the path would lose',
  } as Record<string, string>,
};

export const goalStatus = {
  onTrack: 'On track',
  lagging: 'Lagging',
  atRisk: 'At risk',
  met: 'Met',
  missed: 'Missed',
  tooEarly: 'Too early',
  noData: 'No data',
};

export const postStatus = {
  draft: 'Draft',
  inReview: 'In review',
  approved: 'Approved',
  scheduled: 'Scheduled',
  onHold: 'On hold',
  expired: 'Expired',
  publishing: 'Publishing',
  published: 'Published',
  partial: 'Partly published',
  failed: 'Failed',
  missed: 'Missed',
  unknown: 'Outcome unknown',
};

export const smart = {
  label: 'SMART check',
  S: 'Specific',
  M: 'Measurable',
  A: 'Attainable',
  R: 'Relevant',
  T: 'Time-bound',
  pass: 'fulfilled',
  warn: 'doubtful',
  fail: 'not fulfilled',
};

export const people = {
  roles: { owner: 'Owner', manager: 'Manager', editor: 'Editor', analyst: 'Analyst', guest: 'Guest' },
  roleMeans: {
    owner: 'May do everything, also back up and delete.',
    manager: 'Runs plans, approves, publishes, invites members.',
    editor: 'Edits the plan, writes and schedules posts, answers people, enters numbers.',
    analyst: 'Reads everything, enters numbers.',
    guest: 'Sees the brands named to them, comments, until a date.',
  },
  nobody: 'Nobody',
  pick: 'Pick a person',
  noMatch: 'Nobody by that name',
};

export const inline = {
  edit: (label: string, value: string) => `${value}, change: ${label.toLowerCase()}`,
  hint: 'Enter saves, Escape cancels',
};

/** Names as the networks write them. */
export const networks = {
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  linkedin: 'LinkedIn',
  youtube: 'YouTube',
  tiktok: 'TikTok',
  pinterest: 'Pinterest',
  reddit: 'Reddit',
  telegram: 'Telegram',
  discord: 'Discord',
  slack: 'Slack',
  google: 'Google Business Profile',
  wordpress: 'WordPress',
  ghost: 'Ghost',
  webhook: 'Webhook',
  rss: 'RSS feed',
};

export const networkGroups = { byItself: 'Posts go out by themselves', byHand: 'Posted by hand, kept and counted here' };

export const chart = { view: 'How to show it', drawn: 'Chart', table: 'Table' };

export const fields = {
  chooseDay: 'Choose a day',
  noDay: (pattern: string) => `That is no date. Write it like ${pattern}.`,
  dayTooEarly: (first: string) => `Choose ${first} or a later day.`,
  own: {
    title: 'Fields of your own',
    saved: (label: string) => `${label} is written down.`,
    answers: { yes: 'Yes', no: 'No' },
  },
  numberBetween: (least: string, most: string) => `Type a number from ${least} to ${most}.`,
  numberLeast: (least: string) => `Type ${least} or more.`,
  numberMost: (most: string) => `Type ${most} or less.`,
  numberDecimals: (decimals: number) => (decimals === 0 ? 'Type a whole number: this currency has no decimals.' : `Type no more than ${decimals} decimals.`),
  calendar: {
    nextMonth: 'Next month',
    previousMonth: 'Month before',
    nextYear: 'Next year',
    previousYear: 'Year before',
    nextDecade: 'Next ten years',
    previousDecade: 'Ten years before',
    monthLevelControl: 'Choose a month',
    yearLevelControl: 'Choose a year',
  },
  zone: 'Time zone',
  zoneNothing: 'No such time zone',
  longDays: { monday: 'Monday', tuesday: 'Tuesday', wednesday: 'Wednesday', thursday: 'Thursday', friday: 'Friday', saturday: 'Saturday', sunday: 'Sunday' } as Record<string, string>,
  currency: 'Currency',
  currencyNothing: 'No such currency',
  days: [
    ['monday', 'Mon'],
    ['tuesday', 'Tue'],
    ['wednesday', 'Wed'],
    ['thursday', 'Thu'],
    ['friday', 'Fri'],
    ['saturday', 'Sat'],
    ['sunday', 'Sun'],
  ] as [string, string][],
};

export const comments = {
  title: 'Comments',
  empty: 'Nobody has said anything here yet.',
  write: 'Say something',
  answer: 'Answer',
  send: 'Comment',
  kind: 'What it asks for',
  kinds: { note: 'Note', adjustment: 'Adjustment', achievementNeeded: 'To achieve' },
  mention: 'Tell somebody',
  edited: 'edited',
  earlier: 'Earlier wordings',
  resolve: 'Resolve',
  reopen: 'Open again',
  resolvedBy: (name: string) => `Resolved by ${name}`,
  showResolved: (n: number) => `Show ${n} resolved`,
  hideResolved: 'Hide resolved',
  convert: 'Make it an action',
  converted: 'It is an action now.',
  isAction: 'Became an action',
};
