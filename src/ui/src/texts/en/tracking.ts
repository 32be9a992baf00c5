export const tracking = {
  title: 'Tracking',
  tab: 'Visits',
  purpose: 'What people did after they saw you: clicks, visits, conversions.',
  emptyTitle: 'No visits recorded yet',
  empty: 'Add the tracking script to your site, or share a tracked link, and the first clicks appear within seconds.',
  emptyAction: 'Create a link',
  links: {
    tab: 'Links',
    title: 'Links',
    purpose: 'Short addresses that tell you which post brought the visit.',
    emptyTitle: 'No links yet',
    empty: 'A tracked link connects a post with what happened on your site.',
    emptyAction: 'Create a link',
  },
  help: [
    'No cookie is set and no address is kept. Visits that are dropped, such as those of bots, are counted with the reason.',
    'Each link carries the tags of its campaign and channel, so that numbers add up by themselves.',
  ],
};
