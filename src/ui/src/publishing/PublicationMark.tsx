import { IconAlertTriangle, IconCircleCheck, IconCircleX, IconClockHour4, IconClockX, IconEyeSearch, IconPlayerPause, IconSend, IconTrash, IconUserQuestion } from '@tabler/icons-react';
import { StatusMark, type Tone } from '../shared';
import { t } from '../texts';
import type { Publication } from './reads';

const looks: Record<Publication['status'], { tone: Tone; icon: typeof IconSend }> = {
  queued: { tone: 'info', icon: IconClockHour4 },
  claimed: { tone: 'info', icon: IconSend },
  mediaReady: { tone: 'info', icon: IconSend },
  armed: { tone: 'info', icon: IconSend },
  sent: { tone: 'info', icon: IconSend },
  confirmed: { tone: 'good', icon: IconCircleCheck },
  rejected: { tone: 'bad', icon: IconCircleX },
  unknown: { tone: 'warn', icon: IconEyeSearch },
  reconciling: { tone: 'warn', icon: IconEyeSearch },
  needsPerson: { tone: 'warn', icon: IconUserQuestion },
  missed: { tone: 'bad', icon: IconClockX },
  skipped: { tone: 'calm', icon: IconAlertTriangle },
  deleted: { tone: 'calm', icon: IconTrash },
};

/** Where a publication stands, in colour, icon and word. */
export function PublicationMark({ one }: { one: Publication }) {
  const words = t.publishing;
  if (one.status === 'queued' && one.hold !== 'none') {
    return (
      <StatusMark tone="warn" icon={IconPlayerPause}>
        {one.hold === 'held' ? words.held : words.kept}
      </StatusMark>
    );
  }
  if (one.commentOnly) {
    const look = looks[one.status];
    return (
      <StatusMark tone={look.tone === 'bad' ? 'warn' : look.tone} icon={look.icon}>
        {one.needsYou ? words.comment.needsYou : words.comment.follows}
      </StatusMark>
    );
  }
  return <StatusMark {...looks[one.status]}>{words.status[one.status]}</StatusMark>;
}
