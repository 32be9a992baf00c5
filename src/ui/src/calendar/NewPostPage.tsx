import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Empty, FormSkeleton, formatMoment, Loaded, Page, useBrand, useUrl } from '../shared';
import { t } from '../texts';
import { ComposerPage } from './ComposerPage';
import { useAccounts, usePlan } from './data';
import { emptyDraft } from './draft';
import { allUnsaved, keptUnsaved, unsavedKey } from './unsaved';

export default function NewPostPage() {
  const [url] = useUrl();
  const accounts = useAccounts();
  const plan = usePlan();
  const brand = useBrand();
  const place = unsavedKey(brand.id, url.at);
  // Looked up once: what is kept while one types is no news.
  const [found] = useState(() => keptUnsaved(place));
  const [others] = useState(() => allUnsaved(brand.id).filter((kept) => kept.key !== place));
  return (
    <Loaded read={accounts} skeleton={<FormSkeleton fields={5} />}>
      {(data) =>
        data.accounts.length === 0 ? (
          <Page title={t.calendar.newTitle} purpose={t.calendar.newPurpose} help={t.calendar.help}>
            <Empty title={t.calendar.newEmptyTitle} text={t.calendar.newEmpty} action={{ label: t.calendar.newEmptyAction, to: '/audit' }} />
          </Page>
        ) : (
          <>
            {others.length > 0 && (
              <Text size="sm" mb="sm">
                {t.writing.others}{' '}
                {others.slice(0, 5).map((kept, at) => (
                  <span key={kept.key}>
                    {at > 0 && ', '}
                    <Anchor underline="always" renderRoot={(props) => <Link to="/calendar/new" search={{ at: kept.key.slice(unsavedKey(brand.id).length) || undefined } as never} reloadDocument {...props} />}>
                      {t.writing.titled(kept.draft.title || kept.draft.text.slice(0, 40), formatMoment(kept.at, brand.zone))}
                    </Anchor>
                  </span>
                ))}
              </Text>
            )}
          <ComposerPage
            key={plan?.id ?? 'no plan'}
            post={null}
            found={found}
            first={{ ...emptyDraft, plan: plan?.id ?? null, campaign: url.campaign ?? null, goal: url.goal ?? null, at: url.at ?? null, accounts: url.account ? [{ id: url.account, own: null }] : [] }}
          />
          </>
        )
      }
    </Loaded>
  );
}
