import { Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { Fragment, type ReactNode } from 'react';
import { handleOn, NetworkMark, useBrand } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';
import { fillMentions, useBlocks } from './blocks';
import { fitsOf, linkIn, notMadeYet, partsOf, withShortLinks } from './count';
import type { Account } from './data';
import type { Media, Network } from './draft';
import { LinkCardView } from './LinkCardView';
import { addressOf } from './Pictures';

const words = t.calendar.composer;

/** Where networks fold a long text, in characters. */
const folds: Record<string, number> = { linkedin: 210, facebook: 477, instagram: 125 };
const pictureFirst = new Set(['instagram', 'pinterest', 'tiktok', 'youtube']);

interface Props {
  account: Account;
  network: Network | undefined;
  text: string;
  /** The post's title, where the network shows one. */
  title?: string;
  media: Media[];
  /** The link beside the text. */
  link?: string;
  comment?: string;
}

/** Whether the network shows a link as a card: by itself, or because the program builds one. */
const showsCard = (network: Network | undefined) => network?.posting?.linkCard || network?.key === 'bluesky';

/** A post about as its network shows it: who speaks, the words with their links, the pictures, the fold, the thread. */
export function Preview({ account, network, text, title, media, link, comment }: Props) {
  const brand = useBrand();
  const blocks = useBlocks();
  const read = (words: string) => withShortLinks(fillMentions(words, account.network, blocks));
  const [head, below] = account.network === 'reddit' ? titled(text, title) : [undefined, text];
  const parts = partsOf(read(below));
  const [linked] = useDebouncedValue(link || linkIn(text), 800);
  const picturesFirst = pictureFirst.has(account.network);
  const pictures = media.length > 0 && <Pictures media={media} square={picturesFirst} />;
  return (
    <article className={classes.card} aria-label={network?.name ?? account.network}>
      {parts.map((part, place) => (
        <Fragment key={place}>
          <div className={classes.cardHead}>
            <span className={classes.face} aria-hidden>
              {brand.name.slice(0, 1)}
            </span>
            <span style={{ minWidth: 0, flex: 1 }}>
              <b>{brand.name}</b>
              <Text size="xs" c="dimmed" truncate>
                {handleOn(account.network, account.handle)}
              </Text>
            </span>
            <NetworkMark network={account.network} iconOnly />
          </div>
          {place === 0 && picturesFirst && pictures}
          {place === 0 && head && (
            <div className={classes.cardText}>
              <b>{read(head)}</b>
            </div>
          )}
          <div className={classes.cardText}>
            {part === '' && head ? null : part === '' ? <Text c="dimmed">{words.nothing}</Text> : <Words text={part} fold={folds[account.network]} cut={cutOf(network, part, media.length > 0 && place === 0)} />}
          </div>
          {place === 0 && !picturesFirst && pictures}
          {place === 0 && !pictures && linked && showsCard(network) && <LinkCardView url={linked} />}
          {place === 0 && link && account.network === 'google_business' && <div className={classes.cardText}><span className={classes.accent}>{words.button}</span></div>}
          {parts.length > 1 && place < parts.length - 1 && <div className={classes.partLine}>{words.part(place + 1, parts.length)}</div>}
        </Fragment>
      ))}
      {comment?.trim() && (
        <div className={classes.cardText}>
          <Text size="xs" c="dimmed">{t.writing.comment.title}</Text>
          {accented(read(comment))}
        </div>
      )}
    </article>
  );
}

function Pictures({ media, square }: { media: Media[]; square: boolean }) {
  return (
    <div className={classes.cardMedia} data-many={media.length > 1 || undefined} data-square={square || undefined}>
      {media.slice(0, 4).map((each) => (
        <img key={each.asset} src={addressOf(each.asset)} alt={each.alt ?? ''} loading="lazy" />
      ))}
    </div>
  );
}

/** Reddit's title: the first line, unless the post has another one; the rest stands below. */
export function titled(text: string, title = ''): [string, string] {
  const [first = '', ...rest] = text.split('\n');
  const repeats = title === '' || first.startsWith(title.replace(/[….\s]+$/, ''));
  return repeats && first.trim() !== '' && first.trim().length <= 300 ? [first.trim(), rest.join('\n').trim()] : [(title || first).slice(0, 300), text];
}

/** How many characters of a part fit; the rest is marked. */
function cutOf(network: Network | undefined, part: string, withMedia: boolean): number {
  const rule = network?.text;
  if (!rule) return part.length;
  const fits = (length: number) => fitsOf(rule, part.slice(0, length), withMedia).every((fit) => fit.limit === null || fit.count <= fit.limit);
  if (fits(part.length)) return part.length;
  let [low, high] = [0, part.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

const accents = /(https?:\/\/\S+|(?<![\w&/])[#@][\p{L}\p{N}_.]+)/u;

/** Links, names and hashtags in the network's colour. */
function accented(text: string): ReactNode[] {
  return text.split(accents).map((part, place) =>
    place % 2 === 1 ? (
      <span key={place} className={classes.accent}>
        {part.replace(/^https?:\/\//, '').replace(notMadeYet, '/l/…')}
      </span>
    ) : (
      part
    ),
  );
}

function Words({ text, fold, cut }: { text: string; fold: number | undefined; cut: number }) {
  const fitting = text.slice(0, cut);
  const excess = text.slice(cut);
  if (fold !== undefined && excess === '' && text.length > fold) {
    return (
      <>
        {accented(text.slice(0, fold))}
        <Text component="span" c="dimmed">{` … ${words.seeMore}`}</Text>
      </>
    );
  }
  return (
    <>
      {accented(fitting)}
      {excess !== '' && <span className={classes.excess}>{excess}</span>}
    </>
  );
}
