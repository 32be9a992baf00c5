/** Words of the trade, each with what it means in plain words. The names stand in docs/glossary.md, and a test keeps them there. */
export const terms = {
  kpi: { name: 'KPI', means: 'Key performance indicator: one of the few numbers by which you tell whether a goal or a channel is doing well. Two or three are enough.' },
  sheet: { name: 'Six-part sheet', means: 'What a channel needs before the plan comes into force: goals, KPIs, how it writes, themes, highlights and conversations. A line in each is enough to begin with.' },
  premortem: { name: 'Premortem', means: 'You imagine that the plan has failed and write down why. What is feared early can still be guarded against.' },
  dossier: { name: 'Dossier', means: 'All research of the plan closed as one version: to be handed to a colleague or a firm, with a receipt.' },
  disposition: { name: 'Disposition', means: 'What becomes of an account: keep it, update it, merge it into another one, park it or delete it. A person decides; nothing is done by itself.' },
  attestation: { name: 'Attestation', means: 'The owner looks at an account about once a quarter and says that what stands here is still true.' },
  tag: { name: 'Campaign tag', means: 'A short word at the end of an address (utm_campaign) by which your website tells which campaign a visit came from. Readers do not notice it.' },
  nps: { name: 'Net promoter score', means: 'Of those asked how likely they are to recommend you, the per cent who say 9 or 10 less the per cent who say 0 to 6. It runs from −100 to 100.' },
};

/** How metrics stand in a list to choose from. */
export const metrics = {
  fitting: 'Fit here',
  usual: 'Used most',
  classes: { business: 'Business', engagement: 'Engagement', operational: 'Operations', vanity: 'Applause' },
  nothing: 'No metric of that name',
};
