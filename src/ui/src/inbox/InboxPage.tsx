import { Alert, Anchor, Button, Modal, SegmentedControl, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { type Column, DataTable, Empty, ListWithDetail, Loaded, MemberAvatar, NetworkMark, Page, useBrand, useMay, usePeople, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { CasePanel } from './CasePanel';
import { type CareRow, severities, shows, spanInWords, useCases, useSla, whoOf } from './inbox';
import classes from './Inbox.module.css';
import { CareMark, DueMark, SeverityMark, Stars } from './Marks';
import { ReceiveForm } from './ReceiveForm';
import { inboxTabs } from './tabs';

const words = t.inbox;
const step = 50;

function useColumns(day: number): Column<CareRow>[] {
  const { nameOf } = usePeople();
  return [
    {
      key: 'who',
      title: words.columns.who,
      primary: true,
      cell: (row) => (
        <span className={classes.who}>
          {whoOf(row)} {row.stars !== null && <Stars stars={row.stars} />}
          <span className={classes.excerpt}>{row.excerpt}</span>
        </span>
      ),
      sort: (row) => whoOf(row),
    },
    {
      key: 'network',
      title: words.columns.network,
      hideBelow: 720,
      cell: (row) => (row.network ? <NetworkMark network={row.network} /> : <Text component="span" size="sm">{words.otherWay}</Text>),
      sort: (row) => row.network,
    },
    { key: 'severity', title: words.columns.severity, cell: (row) => <SeverityMark severity={row.severity} />, sort: (row) => severities.indexOf(row.severity) },
    { key: 'status', title: words.columns.status, hideBelow: 720, cell: (row) => <CareMark status={row.status} />, sort: (row) => row.status },
    { key: 'due', title: words.columns.due, cell: (row) => <DueMark row={row} day={day} />, sort: (row) => row.due?.at },
    {
      key: 'assignee',
      title: words.columns.assignee,
      hideBelow: 960,
      cell: (row) => (row.assignee ? <MemberAvatar name={nameOf(row.assignee) ?? t.people.nobody} withName size={22} /> : <Text component="span" size="sm" c="dimmed">{t.people.nobody}</Text>),
      sort: (row) => nameOf(row.assignee),
    },
  ];
}

/** Who waits for an answer, what is due next first. */
export default function InboxPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const mayAdd = useMay('collect');
  const show = shows.find((one) => one === url.show) ?? 'open';
  const take = Math.min(200, Number(url.take) || step);
  const read = useCases(brand.id, show, take);
  const day = useSla(brand.id).data?.dayMinutes ?? 540;
  const columns = useColumns(day);
  const add = () => setUrl({ add: 'message' }, true);
  useVerb(mayAdd ? { id: 'inbox.add', label: words.add, run: add, keywords: ['complaint', 'review', 'comment', 'case', 'mention'] } : null);
  const overdue = read.data?.overdue ?? 0;
  const count = (one: string) => (one === 'open' ? read.data?.open : one === 'mine' ? read.data?.mine : one === 'overdue' ? read.data?.overdue : undefined);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={inboxTabs}
      attention={
        overdue > 0 &&
        show !== 'overdue' && (
          <Alert variant="light" color="orange" icon={<IconAlertTriangle aria-hidden />}>
            {words.overdueCount(overdue)}{' '}
            <Anchor component="button" onClick={() => setUrl({ show: 'overdue', case: undefined })}>
              {words.showOverdue}
            </Anchor>
          </Alert>
        )
      }
      action={
        mayAdd && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <ListWithDetail detail={url.case && <CasePanel key={url.case} id={url.case} day={day} onClose={() => setUrl({ case: undefined })} />}>
        <SegmentedControl
          mb="md"
          size="xs"
          aria-label={words.which}
          value={show}
          onChange={(value) => setUrl({ show: value === 'open' ? undefined : value, take: undefined, case: undefined })}
          data={shows.map((value) => ({ value, label: count(value) ? words.showCount(words.shows[value], count(value)!) : words.shows[value] }))}
        />
        <Loaded read={read}>
          {({ items, after }) => (
            <>
              <DataTable
                label={words.shows[show]}
                rows={items}
                columns={columns}
                rowKey={(row) => row.id}
                rowName={(row) => `${whoOf(row)}, ${row.due ? spanInWords(row.due.minutes, day) : words.statuses[row.status]}`}
                searchText={(row) => `${row.author ?? ''} ${row.excerpt} ${row.network ?? ''}`}
                onOpen={(row) => setUrl({ case: row.id }, true)}
                openKey={url.case}
                take={step}
                empty={<Empty title={words.emptyTitle[show]} text={words.empty} action={mayAdd ? { label: words.add, onClick: add } : undefined} />}
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
      <Modal opened={mayAdd && url.add === 'message'} onClose={() => setUrl({ add: undefined })} title={words.receive.title} size="lg" closeButtonProps={{ 'aria-label': t.actions.close }}>
        <ReceiveForm onDone={(row) => setUrl({ add: undefined, case: row.id })} />
      </Modal>
    </Page>
  );
}
