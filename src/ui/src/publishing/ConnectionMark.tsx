import { IconCircleCheck, IconCircleDashed, IconHandStop, IconPlugConnectedX } from '@tabler/icons-react';
import type { components } from '../api';
import { StatusMark } from '../shared';
import { t } from '../texts';

const words = t.publishing.connections.states;

/** Whether posts can go out on an account. */
export function ConnectionMark({ one }: { one: components['schemas']['ConnectionView'] }) {
  if (!one.connectable) return <StatusMark tone="calm" icon={IconHandStop}>{words.byHand}</StatusMark>;
  if (one.choose) return <StatusMark tone="warn" icon={IconCircleDashed}>{words.choose}</StatusMark>;
  switch (one.state) {
    case 'working':
      return <StatusMark tone="good" icon={IconCircleCheck}>{words.working}</StatusMark>;
    case 'broken':
      return <StatusMark tone="bad" icon={IconPlugConnectedX}>{words.broken}</StatusMark>;
    case 'failing':
      return <StatusMark tone="bad" icon={IconPlugConnectedX}>{words.failing}</StatusMark>;
    case 'untested':
      return <StatusMark tone="warn" icon={IconCircleDashed}>{words.untested}</StatusMark>;
    default:
      return <StatusMark tone="calm" icon={IconCircleDashed}>{words.none}</StatusMark>;
  }
}
