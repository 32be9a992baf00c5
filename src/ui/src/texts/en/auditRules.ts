export const auditRules = {
  title: 'How often accounts are looked after',
  spans: {
    attestEvery: 'Accounts are confirmed again after',
    chaseAfter: 'A report of a fake is chased after',
    searchEvery: 'Networks are searched for strangers again after',
    auditEvery: 'A closed audit is recent for',
  },
  hints: {
    attestEvery: 'An account that its owner has not confirmed for longer counts as not confirmed.',
    chaseAfter: 'Without an answer of the network.',
    searchEvery: 'Under the words people look for you with.',
    auditEvery: 'Goals begin from its numbers; after that a plan warns.',
  },
  days: ' days',
  save: 'Save',
  saved: 'Accounts are looked after in this rhythm from now on.',
};
