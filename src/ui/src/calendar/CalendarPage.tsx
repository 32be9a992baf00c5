import { calendarTabs } from '../menu';
import { Empty, Page } from '../shared';
import { t } from '../texts';

export default function CalendarPage() {
  return (
    <Page title={t.calendar.title} purpose={t.calendar.purpose} help={t.calendar.help} tabs={calendarTabs}>
      <Empty title={t.calendar.emptyTitle} text={t.calendar.empty} action={{ label: t.calendar.emptyAction, to: '/calendar/new' }} />
    </Page>
  );
}
