import { Alert, Badge, Button, Group, Modal, Stack, Table, Text, Textarea, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { answer, client, type components, useCommand, useRead } from '../api';
import { Day, Empty, Loaded, Page, type PlanLine, ProblemAlert, TableSkeleton, useMay, WithPlan } from '../shared';
import stacked from '../shared/tables/Stacked.module.css';
import { t } from '../texts';
import { reviewTabs } from './review';

type Line = components['schemas']['ReviewLine'];
const words = t.reviews;

export default function ReviewsPage() {
  const framed = (content: ReactNode) => <Framed>{content}</Framed>;
  return (
    <WithPlan skeleton={framed(<TableSkeleton />)} frame={framed}>
      {(plan) => <Reviews plan={plan} />}
    </WithPlan>
  );
}

function Framed({ action, children }: { action?: ReactNode; children: ReactNode }) {
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={reviewTabs} action={action}>
      {children}
    </Page>
  );
}

function Reviews({ plan }: { plan: PlanLine }) {
  const mayEdit = useMay('editPlan');
  const [skipping, setSkipping] = useState<Line | null>(null);
  const read = useRead(['reviews', plan.id], () => answer(client.GET('/api/v1/plans/{plan}/reviews', { params: { path: { plan: plan.id } } })));
  const open = useCommand((on?: string) => answer(client.POST('/api/v1/plans/{plan}/reviews', { params: { path: { plan: plan.id } }, body: { on } })), {
    invalidate: [['reviews', plan.id], ['plan', plan.id], ['plans']],
    done: words.opened,
    goTo: (review) => ({ to: '/reviews/$review', params: { review: review.id } }),
  });
  const next = read.data && read.data.reviews.length > 0 ? read.data.next : null;
  const begin = next?.id ? (
    <Button renderRoot={(props) => <Link to="/reviews/$review" params={{ review: next.id ?? '' }} {...props} />}>{words.goOn}</Button>
  ) : (
    mayEdit &&
    plan.status === 'active' &&
    next && (
      <Button loading={open.isPending} onClick={() => open.mutate(undefined)}>
        {next.overdue ? words.open : words.today}
      </Button>
    )
  );
  return (
    <Framed action={begin}>
      <Loaded read={read}>
        {(list) => {
          if (list.reviews.length === 0) return <Empty title={words.emptyTitle} text={plan.status === 'outline' ? words.notActive : words.empty} action={{ label: words.emptyAction, to: '/plan' }} />;
          return (
            <Stack>
              {list.talkOnly > 0 && <Text c="dimmed">{words.talkOnlyCount(list.talkOnly, list.held)}</Text>}
              {list.notFollowedUp > 0 && (
                <Alert color="yellow" variant="light">
                  <Link to="/reviews/decisions">{words.notFollowedUp(list.notFollowedUp)}</Link>
                </Alert>
              )}
              <div className={stacked.wide}>
                <Table aria-label={words.title} className={stacked.stacked} role="table">
                  <Table.Thead role="rowgroup">
                    <Table.Tr role="row">
                      <Table.Th role="columnheader">{words.day}</Table.Th>
                      <Table.Th role="columnheader">{words.status}</Table.Th>
                      <Table.Th role="columnheader" ta="right">{words.decisionsCount}</Table.Th>
                      <Table.Th role="columnheader" ta="right">{words.actionsCount}</Table.Th>
                      <Table.Th role="columnheader">
                    <span className="hidden-text">{t.actions.doSomething}</span>
                  </Table.Th>
                    </Table.Tr>
                  </Table.Thead>
                  <Table.Tbody role="rowgroup">
                    {list.reviews.map((review) => (
                      <Table.Tr key={review.id ?? review.on} role="row">
                        <Table.Td role="cell">
                          {review.id && review.status !== 'skipped' ? (
                            <Link to="/reviews/$review" params={{ review: review.id }}>
                              <Day date={review.on} />
                            </Link>
                          ) : (
                            <Day date={review.on} />
                          )}
                        </Table.Td>
                        <Table.Td role="cell" data-label={words.status}>
                          <Standing review={review} />
                        </Table.Td>
                        <Table.Td role="cell" data-label={words.decisionsCount} data-empty={review.id ? undefined : true} className={`figures ${stacked.number}`}>
                          {review.id ? review.decisions : ''}
                        </Table.Td>
                        <Table.Td role="cell" data-label={words.actionsCount} data-empty={review.id ? undefined : true} className={`figures ${stacked.number}`}>
                          {review.id ? review.actions : ''}
                        </Table.Td>
                        <Table.Td role="cell" className={stacked.number} data-empty={mayEdit && review.status === 'planned' && plan.status === 'active' ? undefined : true}>
                          {mayEdit && review.status === 'planned' && plan.status === 'active' && (
                            <Group gap="xs" justify="flex-end" wrap="nowrap">
                              {review.overdue && (
                                <Button size="compact-sm" variant="light" onClick={() => open.mutate(review.on)}>
                                  {words.open}
                                </Button>
                              )}
                              <Button size="compact-sm" variant="subtle" color="gray" onClick={() => setSkipping(review)}>
                                {words.skip}
                              </Button>
                            </Group>
                          )}
                        </Table.Td>
                      </Table.Tr>
                    ))}
                  </Table.Tbody>
                </Table>
              </div>
              <Modal opened={skipping !== null} onClose={() => setSkipping(null)} title={words.skipTitle} closeButtonProps={{ 'aria-label': t.actions.close }}>
                {skipping && <Skip plan={plan.id} on={skipping.on} onDone={() => setSkipping(null)} />}
              </Modal>
            </Stack>
          );
        }}
      </Loaded>
    </Framed>
  );
}

function Standing({ review }: { review: Line }) {
  return (
    <Group gap="xs">
      <Badge variant={review.status === 'open' ? 'filled' : 'light'} color={review.overdue ? 'orange' : review.status === 'skipped' ? 'gray' : 'teal'}>
        {review.overdue ? words.overdue : words.statuses[review.status]}
      </Badge>
      {review.status === 'open' && review.undecided > 0 && <Text size="sm">{words.verdictsLeft(review.undecided)}</Text>}
      {review.talkOnly && (
        <Tooltip label={words.talkOnlyHint}>
          <Badge variant="outline" color="orange" tabIndex={0}>
            {words.talkOnly}
          </Badge>
        </Tooltip>
      )}
      {review.skipReason && <Text size="sm" c="dimmed">{review.skipReason}</Text>}
    </Group>
  );
}

function Skip({ plan, on, onDone }: { plan: string; on: string; onDone: () => void }) {
  const [reason, setReason] = useState('');
  const skip = useCommand(() => answer(client.POST('/api/v1/plans/{plan}/reviews/skip', { params: { path: { plan } }, body: { on, reason } })), {
    invalidate: [['reviews', plan]],
    done: words.skipped,
    quiet: true,
    onDone,
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        skip.mutate();
      }}
    >
      <Stack>
        <Textarea label={words.skipReason} required autosize minRows={2} data-autofocus value={reason} onChange={(event) => setReason(event.currentTarget.value)} />
        <ProblemAlert problem={skip.problem} />
        <Button type="submit" loading={skip.isPending} style={{ alignSelf: 'flex-end' }}>
          {words.skip}
        </Button>
      </Stack>
    </form>
  );
}
