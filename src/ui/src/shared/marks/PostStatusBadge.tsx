import {
  IconAlertTriangle,
  IconCalendarTime,
  IconCircleCheck,
  IconCircleX,
  IconClockX,
  IconEye,
  IconHelpCircle,
  IconPencil,
  IconPlayerPause,
  IconSend,
  IconThumbUp,
} from '@tabler/icons-react';
import { t } from '../../texts';
import { StatusMark, type Tone } from './StatusBadge';

export type PostStatus = keyof typeof t.postStatus;

const looks: Record<PostStatus, { tone: Tone; icon: typeof IconEye }> = {
  draft: { tone: 'calm', icon: IconPencil },
  inReview: { tone: 'info', icon: IconEye },
  approved: { tone: 'info', icon: IconThumbUp },
  scheduled: { tone: 'info', icon: IconCalendarTime },
  onHold: { tone: 'warn', icon: IconPlayerPause },
  expired: { tone: 'bad', icon: IconClockX },
  publishing: { tone: 'info', icon: IconSend },
  published: { tone: 'good', icon: IconCircleCheck },
  partial: { tone: 'warn', icon: IconAlertTriangle },
  failed: { tone: 'bad', icon: IconCircleX },
  missed: { tone: 'bad', icon: IconClockX },
  unknown: { tone: 'warn', icon: IconHelpCircle },
};

/** "In review", "InReview" and "inReview" are one status. */
export function postStatusOf(text: string): PostStatus {
  const plain = text.toLowerCase().replace(/[^a-z]/g, '');
  return (Object.keys(looks) as PostStatus[]).find((key) => key.toLowerCase() === plain) ?? 'unknown';
}

/** Where a post stands. */
export function PostStatusBadge({ status }: { status: PostStatus | (string & {}) }) {
  const key = postStatusOf(status);
  return <StatusMark {...looks[key]}>{t.postStatus[key]}</StatusMark>;
}
