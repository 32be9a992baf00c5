import { Button, Group } from '@mantine/core';
import { IconMessagePlus, IconPencilPlus } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { calendarTabs } from '../tabs';
import { Page, useBrand, useMay, useUrl, useVerb } from '../shared';
import { t } from '../texts';
import { BoardView } from './BoardView';
import { BulkBar } from './BulkBar';
import { CalendarBar } from './CalendarBar';
import { DaysView } from './DaysView';
import { nowIn } from './days';
import { CalendarDesk } from './desk';
import { shapeOf } from './filters';
import { IdeasBoard } from './IdeasBoard';
import { PostTable } from './PostTable';

const help = [...t.calendar.help, t.scheduling.chip.keys];

export default function CalendarPage() {
  const brand = useBrand();
  const [url, setUrl] = useUrl();
  const navigate = useNavigate();
  const mayWrite = useMay('writePosts');
  const now = nowIn(brand.zone);
  const shape = shapeOf(url.view);
  const day = url.day ?? now.slice(0, 10);
  const talk = () => void navigate({ to: '/calendar', search: (before) => ({ ...before, view: shape === 'week' || shape === 'day' ? shape : undefined, conversation: 'new' }) as never });
  useVerb(mayWrite ? { id: 'calendar.write', label: t.calendar.write, run: () => void navigate({ to: '/calendar/new' }), keywords: ['post', 'compose', 'schedule'], icon: IconPencilPlus } : null);
  useVerb(mayWrite ? { id: 'calendar.talk', label: t.scheduling.conversations.add, run: talk, keywords: ['conversation', 'duty', 'responder'], icon: IconMessagePlus } : null);
  return (
    <Page
      title={t.calendar.title}
      purpose={t.calendar.purpose}
      help={help}
      tabs={calendarTabs}
      action={
        mayWrite && (
          <Group gap="xs">
            <Button variant="subtle" leftSection={<IconMessagePlus size={16} aria-hidden />} onClick={talk}>
              {t.scheduling.conversations.add}
            </Button>
            <Button leftSection={<IconPencilPlus size={16} aria-hidden />} renderRoot={(props) => <Link to="/calendar/new" {...props} />}>
              {t.calendar.write}
            </Button>
          </Group>
        )
      }
    >
      <CalendarDesk>
        <CalendarBar shape={shape} day={day} today={now.slice(0, 10)} />
        {shape === 'list' ? <PostTable /> : shape === 'board' ? <BoardView /> : shape === 'ideas' ? <IdeasBoard /> : <DaysView shape={shape} day={day} now={now} onMore={(date) => setUrl({ view: 'day', day: date }, true)} />}
        <BulkBar />
      </CalendarDesk>
    </Page>
  );
}
