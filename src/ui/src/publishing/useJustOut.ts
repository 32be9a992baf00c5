import { useState } from 'react';
import { type Publication, usePublications } from './reads';

/** What was sent while somebody looked: a row that leaves “Waiting” is not simply gone. */
export function useJustOut(): Publication[] {
  const sent = usePublications('out', 20).data?.items.filter((one) => one.status === 'confirmed');
  const [before, setBefore] = useState<string[]>();
  if (sent && before === undefined) setBefore(sent.map((one) => one.id));
  return before ? (sent ?? []).filter((one) => !before.includes(one.id)) : [];
}
