export const playbooks = {
  title: 'Playbook',
  purpose: 'The rules of the house, drawn from the plan, for everyone who publishes.',
  emptyTitle: 'No playbook yet',
  empty: 'The playbook writes itself from an active plan and can be printed or shared.',
  emptyAction: 'Open the plan',
  help: [
    'Each version is kept. People confirm that they have read it; a new version asks them again.',
    'A shared playbook has an address of its own that can be withdrawn at any time.',
  ],
};
