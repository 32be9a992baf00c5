export const plans = {
  title: 'Plan',
  purpose: 'Why you are on social media, what success looks like, and when you look again.',
  emptyTitle: 'No plan yet',
  empty: 'A plan ties every post to a reason. It begins as a rough outline and becomes exact as you go.',
  emptyAction: 'Start your plan',
  newTitle: 'Start your plan',
  newPurpose: 'A few answers now; everything can be changed later.',
  help: [
    'A plan is an outline first. Activating it freezes the starting values and assigns the work.',
    'Each review may change the plan. Every change makes a new version; old versions stay readable.',
  ],
};
