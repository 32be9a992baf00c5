export const goals = {
  title: 'Goals',
  purpose: 'What you want to reach, in numbers with a date, and how far you are.',
  emptyTitle: 'No goals yet',
  empty: 'A goal in one plain line is enough to begin. Number, date and owner can follow.',
  emptyAction: 'Write a goal',
  help: [
    'A goal belongs to an objective of the business and has at least one number to reach by a date.',
    'The five letters show whether a goal is specific, measurable, attainable, relevant and time-bound. Point at one to read why.',
  ],
};
