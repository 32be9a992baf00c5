export const channels = {
  title: 'Channels',
  purpose: 'What each channel is for, what you publish there and how often.',
  emptyTitle: 'No channels yet',
  empty: 'A channel with a mission of its own is easier to keep up than a channel that repeats the others.',
  emptyAction: 'Add a channel',
  help: [
    'For each channel write its mission, whom it addresses, its themes, its mix and its rhythm.',
    'The rhythm you set here becomes the open slots of the calendar.',
  ],
};
