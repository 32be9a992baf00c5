import { IconCircleCheck, IconCircleX, IconEye, IconHourglass, IconMail, IconScale, IconSearch } from '@tabler/icons-react';
import { StatusMark, type Tone } from '../shared';
import { t } from '../texts';
import type { CaseStatus } from './useCases';

const looks: Record<CaseStatus, { tone: Tone; icon: typeof IconEye }> = {
  found: { tone: 'warn', icon: IconSearch },
  reported: { tone: 'info', icon: IconMail },
  acknowledged: { tone: 'info', icon: IconHourglass },
  rejected: { tone: 'bad', icon: IconCircleX },
  escalated: { tone: 'warn', icon: IconScale },
  removed: { tone: 'good', icon: IconCircleCheck },
  dismissed: { tone: 'calm', icon: IconEye },
};

/** How far a case is, in colour, icon and word. */
export function CaseStatusMark({ status }: { status: CaseStatus }) {
  return <StatusMark {...looks[status]}>{t.audits.cases.statuses[status]}</StatusMark>;
}
