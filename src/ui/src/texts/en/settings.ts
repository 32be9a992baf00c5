export const settings = {
  title: 'Settings',
  brand: { tab: 'Brand', purpose: 'Name, time zone, currency and working hours of this brand.' },
  members: {
    tab: 'Members',
    purpose: 'Who works in this workspace and what they may do.',
    emptyTitle: 'You are the only member',
    empty: 'Invite the people who plan, write or approve with you.',
  },
  tokens: {
    tab: 'API tokens',
    purpose: 'Keys for programs that work on your behalf.',
    emptyTitle: 'No tokens yet',
    empty: 'A token lets a program use Bellwether within the limits you give it.',
  },
  networks: {
    tab: 'Networks',
    purpose: 'The accounts Bellwether may publish to and read numbers from.',
    emptyTitle: 'No network connected',
    empty: 'Connect an account to publish without copying, and to collect its numbers.',
  },
  help: [
    'Days and weeks are counted in the time zone of the brand. Amounts are reported in its currency.',
    'Sign-ins of networks are stored encrypted and never shown again.',
  ],
};
