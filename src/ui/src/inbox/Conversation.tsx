import { Text } from '@mantine/core';
import { Moment, useBrand, usePeople } from '../shared';
import { t } from '../texts';
import { type CareSheet, whoOf } from './inbox';
import classes from './Inbox.module.css';

const words = t.inbox.talk;
type Word = CareSheet['messages'][number];

/** What was said, the oldest word first. Whose word it is stands above it, not only in its place. */
export function Conversation({ sheet }: { sheet: CareSheet }) {
  const { zone } = useBrand();
  const { nameOf } = usePeople();
  const who = (word: Word) => {
    const by = nameOf(word.by);
    if (word.kind === 'fromThem') return whoOf(sheet.case);
    if (word.kind === 'automatic') return words.automatic;
    if (word.kind === 'note') return by ? `${words.note}, ${by}` : words.note;
    return [by, words.us, word.way && words.ways[word.way]].filter(Boolean).join(' ');
  };
  return (
    <section aria-label={words.title}>
      <Text fw={600} mb="xs">
        {words.title}
      </Text>
      <ol className={classes.talk}>
        {sheet.messages.map((word) => (
          <li key={word.id} className={classes.word} data-kind={word.kind}>
            <div className={classes.by}>
              {who(word)} · <Moment at={word.at} zone={zone} />
            </div>
            <div className={classes.text}>{word.text}</div>
          </li>
        ))}
      </ol>
    </section>
  );
}
