export const measures = {
  title: 'Measures',
  purpose: 'What the numbers say, against what you planned.',
  emptyTitle: 'No numbers yet',
  empty: 'Numbers come from the networks, from tracking, from a file or from the grid. One column is enough to begin.',
  emptyAction: 'Enter numbers',
  help: [
    'The briefing says in plain sentences what changed. Nothing is claimed without the count it rests on.',
    'A dash means that there is no data. It never means zero.',
  ],
};
