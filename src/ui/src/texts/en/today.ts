export const today = {
  title: 'Today',
  purpose: 'What needs you today, and what goes out without you.',
  emptyTitle: 'Nothing waits for you',
  empty: 'Work appears here as soon as a plan has goals, actions and posts.',
  emptyAction: 'Open the plan',
  help: [
    'Today gathers what is due for you, what waits for your answer, what goes out today and which goals slipped.',
    'Finish each row from where it stands. What you put away returns on the day you name.',
  ],
};
