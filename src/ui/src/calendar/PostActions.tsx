import { ActionIcon, Button, Group, Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { confirm, formatMoment, useBrand, useMay, useMember } from '../shared';
import { t } from '../texts';
import { stale, useRules } from './data';
import { AgainItems } from './AgainItems';
import { isOnItsWay, type Missing, type PostView } from './draft';
import { Reason } from './Reason';
import { useStepOf } from './approval';
import { type Composer, usePostCommand } from './useComposer';

const words = t.calendar.composer;
const at = (post: PostView) => ({ params: { path: { post: post.id } } });

type Asked = 'sendBack' | 'override' | 'overrideNow' | null;

/** The verbs a post's status and the member's role allow; the one that comes next stands out. */
export function PostActions({ composer, missing, onMissing }: { composer: Composer; missing: Missing[]; onMissing: () => void }) {
  const { stored, dirty, draft } = composer;
  const brand = useBrand();
  const rules = useRules(draft.plan);
  const [mayWrite, mayApprove, mayPublish] = [useMay('writePosts'), useMay('approvePosts'), useMay('publish')];
  const [asked, setAsked] = useState<Asked>(null);
  const moves = stored?.moves ?? ['submit', 'hold'];
  const approvalNeeded = rules.data?.approvalNeeded ?? false;
  const mode = rules.data?.approval ?? 'optional';
  const review = useStepOf(stored);
  const me = useMember().id;
  const isAsked = review === undefined || review.waitsFor.includes(me);
  const whenOf = (post: PostView) => words.scheduled(post.dueAt ? formatMoment(post.dueAt, brand.zone) : '');

  const save = useCommand(composer.save, { invalidate: stale, done: words.saved, goTo: (post) => ({ to: '/calendar/$post', params: { post: post.id }, replace: true }) });
  const unscheduled = (post: PostView) => answer(client.POST('/api/v1/posts/{post}/unschedule', { ...at(post), body: {} }));
  const schedule = usePostCommand<string | null>(
    composer,
    (post, overrideReason) => answer(client.POST('/api/v1/posts/{post}/schedule', { ...at(post), body: { overrideReason } })),
    whenOf,
    unscheduled,
  );
  const publish = usePostCommand<string | null>(
    composer,
    (post, overrideReason) => answer(client.POST('/api/v1/posts/{post}/publish', { ...at(post), body: { overrideReason } })),
    words.publishing,
  );
  const submit = usePostCommand<void>(composer, (post) => answer(client.POST('/api/v1/posts/{post}/submit', { ...at(post), body: {} })), words.submitted);
  const approve = usePostCommand<void>(composer, (post) => answer(client.POST('/api/v1/posts/{post}/approve', { ...at(post), body: {} })), (post) => (post.status === 'scheduled' ? whenOf(post) : post.status === 'inReview' ? t.reviewing.yesNoted : words.approved));
  const sendBack = usePostCommand<string>(composer, (post, why) => answer(client.POST('/api/v1/posts/{post}/send-back', { ...at(post), body: { why } })), words.sentBack);
  const unschedule = usePostCommand<void>(composer, unscheduled, words.unscheduled);
  const hold = usePostCommand<void>(composer, (post) => answer(client.POST('/api/v1/posts/{post}/hold', { ...at(post), body: {} })), words.held);
  const resume = usePostCommand<void>(composer, (post) => answer(client.POST('/api/v1/posts/{post}/resume', { ...at(post), body: {} })), words.resumed);
  const restored = (post: PostView) => answer(client.POST('/api/v1/posts/{post}/restore', at(post)));
  const archive = usePostCommand<void>(composer, (post) => answer(client.POST('/api/v1/posts/{post}/archive', at(post))), words.archived, restored);
  const duplicate = useCommand((post: PostView) => answer(client.POST('/api/v1/posts/{post}/duplicate', { ...at(post), body: {} })), {
    invalidate: stale,
    done: words.duplicated,
    goTo: (copy) => ({ to: '/calendar/$post', params: { post: copy.id } }),
  });

  const open = stored?.open ?? true;
  const forbidden = composer.check.data?.findings.some((finding) => finding.code === 'same-text' && finding.blocks) ?? false;
  const told = draft.accounts.length > 0;
  const maySchedule = mayPublish && (moves.includes('schedule') ? stored?.status !== 'scheduled' : !approvalNeeded && ['draft', 'inReview'].includes(stored?.status ?? 'draft'));
  const mayAsk = mayWrite && moves.includes('submit') && mode !== 'none' && (approvalNeeded || !mayPublish);
  const mayPublishNow = mayPublish && open && !(stored && !dirty && isOnItsWay(stored)) && (['approved', 'scheduled'].includes(stored?.status ?? 'draft') || maySchedule);
  const busy = save.isPending || schedule.isPending || publish.isPending || submit.isPending || approve.isPending || composer.quarrel !== null;
  // What is out cannot be called back, so this one is asked.
  const askPublish = async () => {
    if (!(await confirm({ title: words.publishTitle, text: words.publishText(draft.accounts.length), verb: words.publishNow, calm: true }))) return;
    if (forbidden) setAsked('overrideNow');
    else publish.mutate(null);
  };
  return (
    <Group gap="xs">
      {mayWrite && open && (
        <Button variant="default" onClick={() => save.mutate()} loading={save.isPending} disabled={!dirty || busy}>
          {stored && stored.status !== 'draft' ? words.saveChanges : words.save}
        </Button>
      )}
      {mayApprove && moves.includes('approve') && stored && (
        <>
          <Button variant="default" onClick={() => setAsked('sendBack')}>
            {words.sendBack}
          </Button>
          {isAsked && (
            <Button onClick={() => approve.mutate()} loading={approve.isPending} disabled={busy}>
              {words.approve}
            </Button>
          )}
        </>
      )}
      {mayAsk && (
        <Button onClick={() => submit.mutate()} loading={submit.isPending} disabled={busy || draft.accounts.length === 0}>
          {words.submit}
        </Button>
      )}
      {mayPublishNow && (
        <Button variant="default" onClick={() => void askPublish()} loading={publish.isPending} disabled={busy || !told} title={told ? undefined : words.publishNeeds}>
          {words.publishNow}
        </Button>
      )}
      {maySchedule && (
        <Button onClick={() => (missing.length > 0 ? onMissing() : forbidden ? setAsked('override') : schedule.mutate(null))} loading={schedule.isPending} disabled={busy}>
          {words.schedule}
        </Button>
      )}
      {stored && mayWrite && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" size="lg" aria-label={words.more}>
              <IconDots size={16} aria-hidden />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {mayPublish && mode === 'optional' && moves.includes('submit') && <Menu.Item onClick={() => submit.mutate()}>{t.reviewing.ask}</Menu.Item>}
            {mayPublish && moves.includes('unschedule') && <Menu.Item onClick={() => unschedule.mutate()}>{words.unschedule}</Menu.Item>}
            {moves.includes('hold') && <Menu.Item onClick={() => hold.mutate()}>{words.hold}</Menu.Item>}
            {moves.includes('resume') && <Menu.Item onClick={() => resume.mutate()}>{words.resume}</Menu.Item>}
            {open && <AgainItems post={stored} disabled={dirty} />}
            <Menu.Item onClick={() => duplicate.mutate(stored)}>{words.duplicate}</Menu.Item>
            <Menu.Item onClick={() => archive.mutate()}>{words.archive}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Reason opened={asked === 'sendBack'} title={words.sendBackTitle} label={words.sendBackWhy} verb={words.sendBack} onClose={() => setAsked(null)} onGiven={(why) => sendBack.mutate(why)} />
      <Reason opened={asked === 'override'} title={words.overrideTitle} label={words.overrideWhy} verb={words.override} onClose={() => setAsked(null)} onGiven={(why) => schedule.mutate(why)} />
      <Reason opened={asked === 'overrideNow'} title={words.overrideTitle} label={words.overrideWhy} verb={words.publishNow} onClose={() => setAsked(null)} onGiven={(why) => publish.mutate(why)} />
    </Group>
  );
}
