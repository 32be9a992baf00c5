import { answer, client, type components, useRead } from '../api';
import { useBrand } from '../shared';

export type Block = components['schemas']['TextBlockView'];
export type BlockKind = Block['kind'];
export const kinds: BlockKind[] = ['snippet', 'hashtags', 'signature', 'mention'];

/** The brand's snippets, groups of hashtags, signatures and mentions. */
export function useBlocks(): Block[] {
  const brand = useBrand();
  return useRead(['calendar', 'blocks', brand.id], () => answer(client.GET('/api/v1/text-blocks', { params: { query: { brand: brand.id } } }))).data ?? [];
}

/** What a block puts into a text; a mention stays a mention until it goes out. */
export const wordsOf = (block: Block) => (block.kind === 'mention' ? `@{${block.name}}` : block.text);

const mention = /@\{([^{}\r\n]{1,80})\}/g;

/** A text as it reads on a network: each mention as the handle there, or as a plain name; the same as the server does. */
export function fillMentions(text: string, network: string, blocks: Block[]): string {
  if (!text.includes('@{')) return text;
  return text.replace(mention, (written, name: string) => {
    const who = blocks.find((block) => block.kind === 'mention' && block.name.toLowerCase() === name.trim().toLowerCase());
    const handle = who?.handles[network];
    return who ? (handle ? `@${handle}` : who.text) : written;
  });
}

/** Puts words into a text where the cursor stands; a block of lines keeps a blank line to what was there. */
export function insertAt(text: string, words: string, from: number | null, to: number | null, own: boolean): string {
  if (from === null || to === null) return text.trim() === '' ? words : `${text.trimEnd()}${own ? '\n\n' : ' '}${words}`;
  const before = text.slice(0, from);
  const gap = before === '' || /\s$/.test(before) ? '' : ' ';
  return `${before}${gap}${words}${text.slice(to)}`;
}
