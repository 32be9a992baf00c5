import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconArrowBackUp, IconPencil, IconSeparator } from '@tabler/icons-react';
import { formatPercent, NetworkMark, showUndo } from '../shared';
import { useRef } from 'react';
import { t } from '../texts';
import { insertAt } from './blocks';
import classes from './Composer.module.css';
import { hasLink, shortLinkLength } from './count';
import { CountLine } from './CountLine';
import type { Account } from './data';
import { type Draft, type Network, type Own, tellOwn } from './draft';
import { InsertMenu } from './InsertMenu';
import { likeness, ownWords } from './likeness';

const words = t.calendar.composer;

export interface Chosen {
  account: Account;
  own: Own | null;
  network: Network | undefined;
}

interface Props {
  draft: Draft;
  chosen: Chosen[];
  shown: string | null;
  onShow: (account: string | null) => void;
  onChange: (draft: Draft) => void;
  disabled: boolean;
  /** How the first fields are called where it is no post that is written. */
  labels?: { title: string; hint: string };
}

/** The shared words, and below them those that differ, each beside what it differs from. */
export function Editor({ draft, chosen, shown, onShow, onChange, disabled, labels }: Props) {
  const followers = chosen.filter(({ own }) => own === null);
  const addPart = () => onChange({ ...draft, text: `${draft.text.trimEnd()}\n---\n` });
  const field = useRef<HTMLTextAreaElement>(null);
  const insert = (said: string, own: boolean) => {
    // Before it was ever entered, the cursor stands at the beginning, where nobody put it.
    const at = field.current;
    const placed = at && (at.selectionStart > 0 || draft.text === '');
    onChange({ ...draft, text: insertAt(draft.text, said, placed ? at.selectionStart : null, placed ? at.selectionEnd : null, own) });
  };
  const titled = [...new Set(chosen.filter(({ network }) => network?.text?.titleLimit).map(({ network }) => network?.name ?? ''))];
  const follower = chosen.find(({ account, own }) => account.id === shown && own === null);
  return (
    <Stack gap="md">
      <TextInput label={labels?.title ?? words.title} description={labels ? undefined : titled.length > 0 ? words.titleShown(titled) : words.titleHint} value={draft.title} disabled={disabled} maxLength={200} onChange={(event) => onChange({ ...draft, title: event.currentTarget.value })} />
      <div>
        <Textarea
          label={words.shared}
          description={labels?.hint ?? words.sharedHint(followers.length)}
          value={draft.text}
          disabled={disabled}
          autosize
          minRows={5}
          maxRows={18}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          ref={field}
        />
        <Group justify="space-between" mt={4} align="flex-start">
          <div className={classes.counts}>
            {followers.map(({ account, network }) => network && <CountLine key={account.id} network={network} text={draft.text} link={draft.link} withMedia={draft.media.length > 0} />)}
            {!disabled && followers.length > 0 && hasLink(draft.text) && <span>{words.countedLinks(shortLinkLength())}</span>}
          </div>
          <Group gap={4}>
          <InsertMenu disabled={disabled} onInsert={insert} />
          {chosen.some(({ network }) => network?.text?.threads) && (
            <Button size="compact-xs" variant="subtle" leftSection={<IconSeparator size={14} aria-hidden />} disabled={disabled} onClick={addPart} title={words.threadHint}>
              {words.thread}
            </Button>
          )}
          </Group>
        </Group>
        {follower && (
          <Button
            mt="xs"
            size="compact-sm"
            variant="light"
            leftSection={<IconPencil size={14} aria-hidden />}
            disabled={disabled}
            onClick={() => onChange(tellOwn(draft, follower.account.id, { text: draft.text }))}
          >
            {`${words.detach}: ${follower.network?.name ?? follower.account.network}`}
          </Button>
        )}
      </div>
      {chosen.map(
        (each) => each.own && <OwnWords key={each.account.id} {...each} own={each.own} draft={draft} onChange={onChange} onShow={onShow} disabled={disabled} />,
      )}
    </Stack>
  );
}

type OwnProps = Omit<Props, 'chosen' | 'shown' | 'labels'> & Chosen & { own: Own };

function OwnWords({ account, own, network, draft, onChange, onShow, disabled }: OwnProps) {
  const follow = () => {
    onChange(tellOwn(draft, account.id, null));
    onShow(null);
    showUndo(words.followed, () => onChange(tellOwn(draft, account.id, own)));
  };
  const differs = ownWords(own.text, draft.text);
  return (
    <div className={classes.own}>
      <Group justify="space-between" mb={4}>
        <NetworkMark network={account.network} />
        <Group gap="xs">
          <Text size="xs" c="dimmed">
            {words.likeness(formatPercent(likeness(own.text, draft.text)))}
          </Text>
          <Button size="compact-xs" variant="subtle" leftSection={<IconArrowBackUp size={14} aria-hidden />} disabled={disabled} onClick={follow}>
            {words.follow}
          </Button>
        </Group>
      </Group>
      <Textarea
        aria-label={`${network?.name ?? account.network}: ${words.own}`}
        value={own.text}
        disabled={disabled}
        autosize
        minRows={3}
        maxRows={18}
        onFocus={() => onShow(account.id)}
        onChange={(event) => onChange(tellOwn(draft, account.id, { text: event.currentTarget.value }))}
      />
      <div className={classes.counts}>{network && <CountLine network={network} text={own.text} link={draft.link} withMedia={draft.media.length > 0} />}</div>
      {differs.some((word) => word.own) && (
        <div className={classes.diff} aria-label={words.differs} role="note">
          {differs.map((word, place) => (word.own ? <mark key={place}>{word.text}</mark> : <span key={place}>{word.text}</span>))}
        </div>
      )}
    </div>
  );
}
