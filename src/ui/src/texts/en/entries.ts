/** Name and sentence of each entry of the menu, apart from the texts of its pages: every page loads these, few load those. */
export const entries = {
  plans: { title: 'Plan', purpose: 'Why you are on social media, what success looks like, and when you look again.' },
  research: { title: 'Research', purpose: 'What is true about customers, market and yourselves, and what the plan makes of it.' },
  audits: { title: 'Audit', purpose: 'Every account that carries your name, and what should become of it.' },
  competitors: { title: 'Competitors', purpose: 'Who courts the same people, how you compare, and what you can learn from them.' },
  goals: { title: 'Goals', purpose: 'What you want to reach, in numbers with a date, and how far you are.' },
  channels: { title: 'Channels', purpose: 'What each channel is for, what you publish there and how often.' },
  actionItems: { title: 'Actions', purpose: 'The work that moves the goals, in small steps with a name and a date.' },
  campaigns: { title: 'Campaigns', purpose: 'What you run for a time, for which goals, and what came of it.' },
  calendar: { title: 'Calendar', purpose: 'What is published when, and where the gaps are.' },
  inbox: { title: 'Inbox', purpose: 'Who waits for an answer, who of you gives it, and how long there is.' },
  tracking: { title: 'Tracking', purpose: 'What people did after they saw you: clicks, visits, conversions.' },
  measures: { title: 'Measures', purpose: 'What the numbers say, against what you planned.' },
  returns: { title: 'Returns', purpose: 'What went in, in money and hours, and what came back.' },
  reviews: { title: 'Reviews', purpose: 'Look at the plan together, decide what stays, and write down what you learned.' },
  playbooks: { title: 'Playbook', purpose: 'The rules of the house, drawn from the plan, for everyone who publishes.' },
};
