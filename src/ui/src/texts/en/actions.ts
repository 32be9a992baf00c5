export const actionItems = {
  title: 'Actions',
  purpose: 'The work that moves the goals, in small steps with a name and a date.',
  emptyTitle: 'No actions yet',
  empty: 'Goals move only when somebody does something. Break the first goal into steps.',
  emptyAction: 'Add an action',
  help: [
    'An action serves a goal. Its steps carry the progress; the action adds them up.',
    'Ask people to commit to what they take on. An open question counts as not committed.',
  ],
};
