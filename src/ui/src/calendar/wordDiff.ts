export interface Piece {
  text: string;
  kind: 'same' | 'gone' | 'new';
}

const most = 600;
const wordsOf = (text: string) => text.match(/\s+|[^\s]+/gu) ?? [];

/** How one text became another, word by word: what stayed, what went, what came. Very long texts are told as a whole. */
export function wordDiff(before: string, after: string): Piece[] {
  const [a, b] = [wordsOf(before), wordsOf(after)];
  if (a.length > most || b.length > most) return before === after ? [{ text: after, kind: 'same' }] : [{ text: before, kind: 'gone' }, { text: after, kind: 'new' }];
  const longest = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i]![j] = a[i] === b[j] ? longest[i + 1]![j + 1]! + 1 : Math.max(longest[i + 1]![j]!, longest[i]![j + 1]!);
    }
  }
  const pieces: Piece[] = [];
  const say = (text: string, kind: Piece['kind']) => {
    const last = pieces.at(-1);
    if (last?.kind === kind) last.text += text;
    else pieces.push({ text, kind });
  };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      say(a[i]!, 'same');
      i++;
      j++;
    } else if (i < a.length && (j === b.length || longest[i + 1]![j]! >= longest[i]![j + 1]!)) say(a[i++]!, 'gone');
    else say(b[j++]!, 'new');
  }
  return joined(pieces);
}

/** A gap alone between two changes goes with them: whole phrases are read more easily than every other word. */
function joined(pieces: Piece[]): Piece[] {
  const kept: Piece[] = [];
  for (let at = 0; at < pieces.length; ) {
    const run: Piece[] = [];
    while (at < pieces.length && (pieces[at]!.kind !== 'same' || (run.length > 0 && pieces[at]!.text.trim() === '' && at + 1 < pieces.length))) run.push(pieces[at++]!);
    if (run.length === 0) {
      kept.push(pieces[at++]!);
      continue;
    }
    const changed = new Set(run.map((piece) => piece.kind));
    if (!changed.has('gone') || !changed.has('new')) kept.push(...run);
    else for (const kind of ['gone', 'new'] as const) kept.push({ kind, text: run.filter((piece) => piece.kind === kind || piece.kind === 'same').map((piece) => piece.text).join('') });
  }
  return kept;
}
