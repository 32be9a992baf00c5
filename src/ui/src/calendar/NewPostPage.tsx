import { Empty, FormSkeleton, Loaded, Page, useUrl } from '../shared';
import { t } from '../texts';
import { ComposerPage } from './ComposerPage';
import { useAccounts, usePlan } from './data';
import { emptyDraft } from './draft';

export default function NewPostPage() {
  const [url] = useUrl();
  const accounts = useAccounts();
  const plan = usePlan();
  return (
    <Loaded read={accounts} skeleton={<FormSkeleton fields={5} />}>
      {(data) =>
        data.accounts.length === 0 ? (
          <Page title={t.calendar.newTitle} purpose={t.calendar.newPurpose} help={t.calendar.help}>
            <Empty title={t.calendar.newEmptyTitle} text={t.calendar.newEmpty} action={{ label: t.calendar.newEmptyAction, to: '/audit' }} />
          </Page>
        ) : (
          <ComposerPage
            key={plan?.id ?? 'no plan'}
            post={null}
            first={{ ...emptyDraft, plan: plan?.id ?? null, campaign: url.campaign ?? null, goal: url.goal ?? null, at: url.at ?? null, accounts: url.account ? [{ id: url.account, own: null }] : [] }}
          />
        )
      }
    </Loaded>
  );
}
