export const calendar = {
  title: 'Calendar',
  purpose: 'What is published when, and where the gaps are.',
  tab: 'Month',
  emptyTitle: 'Nothing planned this month',
  empty: 'A month that can be seen at a glance shows what is missing before the audience does.',
  emptyAction: 'Write a post',
  newTitle: 'New post',
  newPurpose: 'One idea, fitted to each channel.',
  newEmptyTitle: 'No channel to write for',
  newEmpty: 'A post needs at least one channel to go to.',
  newEmptyAction: 'Open channels',
  help: [
    'Dashed places are slots that your rhythm expects and nothing fills yet.',
    'Drag a post to move it. The move can be undone for ten seconds.',
  ],
};
