const link = /https?:\/\/\S+/gi;

const normal = (text: string) => text.normalize('NFKC').replace(link, '↗').toLowerCase().replace(/\s+/g, ' ').trim();

function pairs(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (let i = 1; i < text.length; i++) {
    const pair = text.slice(i - 1, i + 1);
    found.set(pair, (found.get(pair) ?? 0) + 1);
  }
  return found;
}

/** How alike two texts are, 0 to 1; the same measure as the server's precheck. */
export function likeness(left: string, right: string): number {
  const [one, other] = [normal(left), normal(right)];
  if (one === other) return 1;
  const [a, b] = [pairs(one), pairs(other)];
  let shared = 0;
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0);
  const size = [...a.values(), ...b.values()].reduce((sum, count) => sum + count, 0);
  return size === 0 ? 0 : Math.min((2 * shared) / size, 0.999);
}

/** From here on two texts count as the same. */
export const sameText = 0.85;

export interface Word {
  text: string;
  own: boolean;
}

/** The words of a text, each marked when the shared text does not have it there. */
export function ownWords(own: string, shared: string): Word[] {
  const [a, b] = [own.split(/(\s+)/).slice(0, 800), shared.split(/\s+/).slice(0, 400)];
  const words = a.filter((_, i) => i % 2 === 0);
  const longest = Array.from({ length: words.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = words.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = words[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const found: Word[] = [];
  let j = 0;
  words.forEach((text, i) => {
    while (j < b.length && text !== b[j] && longest[i]![j + 1]! >= longest[i + 1]![j]! && longest[i]![j + 1]! > 0) j++;
    const same = j < b.length && text === b[j];
    if (same) j++;
    found.push({ text: text + (a[i * 2 + 1] ?? ''), own: !same });
  });
  return found;
}
