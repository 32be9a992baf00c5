import { Alert, Group, Stack, Text } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import { useState } from 'react';
import { CreditLine, FunnelStrip, Page, type PostStatus, PostStatusBadge } from '../shared';
import { t } from '../texts';
import { AccountList } from './AccountList';
import { ClashPanel } from './ClashPanel';
import classes from './Composer.module.css';
import { useAccounts, useNetworks } from './data';
import { CalendarDesk } from './desk';
import { hasLink } from './count';
import { type Draft, isOnItsWay, mediaFor, missingIn, type PostView, textFor } from './draft';
import { Editor } from './Editor';
import { Findings } from './Findings';
import { FirstComment } from './FirstComment';
import { Intent } from './Intent';
import { KeptLine } from './KeptLine';
import { Limit } from './Limit';
import { Pictures } from './Pictures';
import { PostOptions } from './PostOptions';
import { PostActions } from './PostActions';
import { Preview } from './Preview';
import { SlotPicker } from './SlotPicker';
import type { Kept } from './unsaved';
import { useComposer } from './useComposer';
import { WritingAid } from './WritingAid';

const words = t.calendar.composer;
// Before it is scheduled, a post has no tracked links that anybody could follow.
const tracked: PostStatus[] = ['scheduled', 'publishing', 'published', 'partial', 'failed', 'unknown'];

interface Props {
  post: PostView | null;
  first: Draft;
  found?: Kept | null;
}

/** One editor for all accounts: channels at the left, the words in the middle, how it will look at the right. */
export function ComposerPage(props: Props) {
  return (
    <CalendarDesk>
      <Composing {...props} />
    </CalendarDesk>
  );
}

function Composing({ post, first, found = null }: Props) {
  const composer = useComposer(post, first, found);
  const { draft, setDraft, stored, dirty, check } = composer;
  const accounts = useAccounts();
  const networks = useNetworks();
  const [shown, setShown] = useState<string | null>(null);
  useBlocker({ shouldBlockFn: ({ current, next }) => dirty && !composer.kept.isKept && current.pathname !== next.pathname && !next.pathname.startsWith('/calendar/post_') && !window.confirm(words.leave) });
  const [asked, setAsked] = useState(false);
  const missing = missingIn(draft);
  const sent = stored !== null && tracked.includes(stored.status) && !dirty;
  const open = stored?.open ?? true;
  const leaving = stored !== null && !dirty && isOnItsWay(stored);
  const linked = [draft.text, ...draft.accounts.map(({ own }) => own?.text ?? '')].some(hasLink);
  const known = accounts.data?.accounts ?? [];
  const networkOf = (key: string) => networks.data?.find((network) => network.key === key);
  const chosen = draft.accounts.flatMap(({ id, own }) => {
    const account = known.find((each) => each.id === id);
    return account ? [{ account, own, network: networkOf(account.network) }] : [];
  });
  return (
    <Page
      title={stored?.title ?? t.calendar.newTitle}
      purpose={t.calendar.newPurpose}
      help={t.calendar.help}
      action={<PostActions composer={composer} missing={missing} onMissing={() => setAsked(true)} />}
      attention={
        <Stack gap="xs">
          <Group gap="md" role="status">
            {stored && <PostStatusBadge status={stored.status} />}
            <KeptLine composer={composer} />
            {open && missing.length > 0 && stored?.status !== 'scheduled' && !leaving && (
              <Text size="xs" c={asked ? undefined : 'dimmed'} fw={asked ? 600 : undefined}>
                {words.missing(missing)}
              </Text>
            )}
          </Group>
          {composer.quarrel && <ClashPanel quarrel={composer.quarrel} composer={composer} accounts={known} />}
          {stored?.note && <Alert color="yellow" title={stored.status === 'draft' ? words.sentBackNote : words.note}>{stored.note}</Alert>}
          {!open && <Alert color="gray">{words.closed}</Alert>}
        </Stack>
      }
    >
      {stored && tracked.includes(stored.status) && (
        <section aria-labelledby="brought" className={classes.brought}>
          <Text fw={600} id="brought" mb="xs">
            {t.funnel.brought}
          </Text>
          <FunnelStrip subject={stored.id} />
          <CreditLine subject={stored.id} by="post" />
        </section>
      )}
      <div className={classes.grid}>
        <AccountList accounts={known} draft={draft} onChange={setDraft} shown={shown} onShow={setShown} disabled={!open} />
        <Stack gap="lg">
          <Editor draft={draft} chosen={chosen} shown={shown} onShow={setShown} onChange={setDraft} disabled={!open} />
          <FirstComment draft={draft} chosen={chosen} onChange={setDraft} disabled={!open} />
          <PostOptions draft={draft} chosen={chosen} onChange={setDraft} disabled={!open} />
          <Pictures draft={draft} onChange={setDraft} disabled={!open} chosen={chosen} />
          <SlotPicker draft={draft} onChange={setDraft} note={check.data?.slotNote ?? null} missing={asked && missing.includes('day')} disabled={!open} />
          {stored && !dirty && <Limit key={stored.version} post={stored} onDone={composer.take} />}
          <Intent draft={draft} onChange={setDraft} disabled={!open} />
        </Stack>
        <Stack gap="lg">
          {open && !leaving && <Findings check={check.data} fresh={composer.fresh} accounts={known} onMend={(mended) => setDraft(mended)} draft={draft} />}
          {open && <WritingAid draft={draft} onChange={setDraft} disabled={!open} />}
          <section aria-label={words.preview}>
            <Text fw={600}>{words.preview}</Text>
            <Text size="xs" c="dimmed" mb="xs">
              {sent && stored.variants.some(({ linkedText }) => linkedText) ? words.previewAsSent : linked ? words.previewLinks : words.previewHint}
            </Text>
            <Stack gap="md">
              {chosen
                .filter(({ account }) => shown === null || account.id === shown)
                .map(({ account, network }) => (
                  <Preview key={account.id} account={account} network={network} title={draft.title} text={(sent && stored.variants.find((variant) => variant.account === account.id)?.linkedText) || textFor(draft, account.id)} media={mediaFor(draft, account.id)} link={draft.link} comment={draft.accounts.find((each) => each.id === account.id)?.comment} />
                ))}
              {chosen.length === 0 && <Text c="dimmed">{words.noAccounts}</Text>}
            </Stack>
          </section>
        </Stack>
      </div>
    </Page>
  );
}
