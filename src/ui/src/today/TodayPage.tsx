import { Button, Stack } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Empty, Loaded, Page, useBrand } from '../shared';
import { t } from '../texts';
import { AccountsCard } from './AccountsCard';
import { CasesCard } from './CasesCard';
import { DueCard } from './DueCard';
import { ExecutionCard, ReviewCard } from './PlanCards';
import { GoalsCard } from './GoalsCard';
import { GoingOutCard, NeedsYouCard, WaitingCard } from './PostCards';
import { SpendingCard, ToolsCard } from './MoneyCards';
import { NewsCard } from './NewsCard';
import { TicklersCard } from './TicklersCard';
import classes from './Today.module.css';

/** The home screen shows execution: what is due, what waits, what goes out, what slipped. */
export default function TodayPage() {
  const brand = useBrand();
  const today = useRead(['today', brand.id], () => answer(client.GET('/api/v1/brands/{brand}/today', { params: { path: { brand: brand.id } } })), { every: 60_000 });
  return (
    <Page
      title={t.today.title}
      purpose={t.today.purpose}
      help={t.today.help}
      action={
        today.data && !today.data.plan ? (
          <Button component={Link} to="/plan/new">
            {t.today.start}
          </Button>
        ) : undefined
      }
    >
      <Loaded read={today} skeleton={<CardsSkeleton cards={4} height={180} />}>
        {(found) =>
          !found.plan && found.goingOut.length === 0 && found.waiting.length === 0 && found.ticklers.length === 0 && found.cases.length === 0 ? (
            <Empty title={t.today.emptyTitle} text={t.today.empty} action={{ label: t.today.start, to: '/plan/new' }} />
          ) : (
            <Stack gap="md">
              <NewsCard today={found} />
              <NeedsYouCard today={found} />
              <SpendingCard today={found} />
              <div className={classes.both}>
                <div className={classes.column}>
                  <DueCard today={found} />
                  <TicklersCard today={found} />
                  <CasesCard today={found} />
                  <WaitingCard today={found} />
                  <AccountsCard today={found} />
                  <ToolsCard today={found} />
                  <GoingOutCard today={found} />
                </div>
                <div className={classes.column}>
                  <GoalsCard today={found} />
                  <ReviewCard today={found} />
                  <ExecutionCard today={found} />
                </div>
              </div>
            </Stack>
          )
        }
      </Loaded>
    </Page>
  );
}
