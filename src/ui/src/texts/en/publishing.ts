export const publishing = {
  tab: 'Publishing',
  title: 'Publishing',
  purpose: 'What was sent, what is on its way, and what needs a person.',
  emptyTitle: 'Nothing sent yet',
  empty: 'Each post that goes out leaves its attempts and their outcome here.',
  emptyAction: 'Open the calendar',
  help: [
    'A post is never sent twice. When a network does not answer, the outcome is unknown until it has been read back.',
    'Missed posts wait for you: they are not sent late without being asked.',
  ],
};
