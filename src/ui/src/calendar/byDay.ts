/** Things with a local time by the beginning of it: 10 characters are days, 13 are hours. One pass, however many there are. */
export function byTime<T extends { at?: string | null }>(things: readonly T[], length: 10 | 13): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    if (!thing.at) continue;
    const key = thing.at.slice(0, length);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return groups;
}
