export const audits = {
  title: 'Audit',
  purpose: 'Every account that carries your name, and what should become of it.',
  emptyTitle: 'No accounts listed',
  empty: 'Knowing which accounts exist, and who holds the keys, comes before any plan for them.',
  emptyAction: 'Add an account',
  help: [
    'List each account with its address and who can sign in to it, then decide: keep, change, merge or close.',
    'Accounts that pretend to be you are kept as cases, with the evidence and the outcome.',
  ],
};
