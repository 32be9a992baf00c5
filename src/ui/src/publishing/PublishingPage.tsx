import { Alert, Anchor, Button, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconUserQuestion } from '@tabler/icons-react';
import { calendarTabs } from '../tabs';
import { type Column, DataTable, Empty, handleOn, ListWithDetail, Loaded, Moment, NetworkMark, Page, useBrand, useMay, useUrl } from '../shared';
import { t } from '../texts';
import { PauseButton, PausedNotice } from './Pause';
import { PublicationActions } from './PublicationActions';
import { PublicationMark } from './PublicationMark';
import { PublicationPanel } from './PublicationPanel';
import { type Publication, usePublications, usePublishingState, type View } from './reads';
import { useJustOut } from './useJustOut';

const words = t.publishing;
const views = Object.keys(words.views) as View[];
const step = 50;

function useColumns(view: View): Column<Publication>[] {
  const { zone } = useBrand();
  return [
    { key: 'post', title: words.post, primary: true, cell: (one) => one.title, sort: (one) => one.title },
    { key: 'account', title: words.account, hideBelow: 720, cell: (one) => <NetworkMark network={one.network} name={handleOn(one.network, one.handle)} />, sort: (one) => one.handle },
    view === 'out'
      ? { key: 'sent', title: words.sent, cell: (one) => <Moment at={one.confirmedAt ?? one.dueAt} zone={zone} />, sort: (one) => one.confirmedAt ?? one.dueAt }
      : { key: 'due', title: words.due, cell: (one) => <Moment at={one.dueAt} zone={zone} />, sort: (one) => one.dueAt },
    { key: 'standing', title: words.standing, cell: (one) => <PublicationMark one={one} />, sort: (one) => one.status },
    ...(view === 'out' ? [] : [{ key: 'problem', title: words.problem, hideBelow: 960 as const, cell: (one: Publication) => one.problem && <Text size="sm" lineClamp={2}>{one.problem}</Text> }]),
    view === 'out'
      ? {
          key: 'open',
          title: words.open,
          hideTitle: true,
          align: 'right',
          cell: (one) =>
            one.url && (
              <Anchor href={one.url} target="_blank" rel="noreferrer" style={{ whiteSpace: 'nowrap' }} onClick={(event) => event.stopPropagation()}>
                {words.open}
              </Anchor>
            ),
        }
      : { key: 'actions', title: words.wayOut, hideTitle: true, align: 'right', cell: (one) => <PublicationActions one={one} compact /> },
  ];
}

/** What needs you, what waits, what went out, each with its log. */
export default function PublishingPage() {
  const [url, setUrl] = useUrl();
  const may = useMay('publish');
  const state = usePublishingState();
  const fallback: View = (state.data?.needsYou ?? 0) > 0 ? 'needsYou' : state.data?.waiting === 0 ? 'out' : 'waiting';
  const view = views.find((one) => one === url.show) ?? fallback;
  const take = Math.min(200, Number(url.take) || step);
  const read = usePublications(view, take);
  const columns = useColumns(view);
  const needs = state.data?.needsYou ?? 0;
  const justOut = useJustOut();
  const notice = state.data?.paused ? (
    <PausedNotice state={state.data} may={may} />
  ) : needs > 0 && view !== 'needsYou' ? (
    <Alert variant="light" color="orange" icon={<IconUserQuestion aria-hidden />}>
      {words.needsYouCount(needs)}{' '}
      <Anchor component="button" onClick={() => setUrl({ show: 'needsYou' })}>
        {words.show}
      </Anchor>
    </Alert>
  ) : undefined;
  const attention = (notice || justOut.length > 0) && (
    <Stack gap="sm">
      {notice}
      {justOut.length > 0 && (
        <Alert variant="light" color="teal" icon={<IconCircleCheck aria-hidden />} role="status">
          {words.justOut(justOut.map((one) => one.title))}{' '}
          <Anchor component="button" onClick={() => setUrl({ show: 'out', open: justOut.length === 1 ? justOut[0]?.id : undefined })}>
            {words.seeOut}
          </Anchor>
        </Alert>
      )}
    </Stack>
  );
  // What went out before is a history, not a number to work off.
  const counts: Partial<Record<View, number>> = { needsYou: state.data?.needsYou, waiting: state.data?.waiting };
  const labelOf = (one: View) => (counts[one] ? words.viewCount(words.views[one], counts[one]) : words.views[one]);
  return (
    <Page title={words.title} purpose={words.purpose} help={words.help} tabs={calendarTabs} attention={attention} action={may && state.data && !state.data.paused ? <PauseButton /> : undefined}>
      <ListWithDetail detail={url.open && <PublicationPanel id={url.open} onClose={() => setUrl({ open: undefined })} />}>
        <SegmentedControl
          mb="md"
          size="xs"
          aria-label={words.view}
          value={view}
          onChange={(show) => setUrl({ show, take: undefined, open: undefined })}
          data={views.map((value) => ({ value, label: labelOf(value) }))}
        />
        <Loaded read={read}>
          {({ items, after }) => (
            <>
              <DataTable
                label={words.views[view]}
                rows={items}
                columns={columns}
                rowKey={(one) => one.id}
                rowName={(one) => `${one.title}, ${handleOn(one.network, one.handle)}`}
                searchText={(one) => `${one.title} ${one.handle} ${one.network}`}
                onOpen={(one) => setUrl({ open: one.id }, true)}
                openKey={url.open}
                take={step}
                empty={<Empty title={words.emptyTitle[view]} text={words.empty[view]} action={{ label: words.emptyAction, to: '/calendar' }} />}
              />
              {after && take < 200 && (
                <Button variant="default" mt="md" onClick={() => setUrl({ take: String(take + step) })}>
                  {words.more}
                </Button>
              )}
            </>
          )}
        </Loaded>
      </ListWithDetail>
    </Page>
  );
}
