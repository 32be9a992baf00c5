export const reviews = {
  title: 'Reviews',
  purpose: 'Look at the plan together, decide what stays, and write down what you learned.',
  emptyTitle: 'No review planned',
  empty: 'A plan that nobody looks at again stops being a plan. A fixed day in the month keeps it alive.',
  emptyAction: 'Open the plan',
  help: [
    'The agenda builds itself from goals, actions and open comments. Each item gets a verdict: keep, alter or drop.',
    'While a review is open, K, A and D give the verdict of the item in front of you.',
  ],
};
