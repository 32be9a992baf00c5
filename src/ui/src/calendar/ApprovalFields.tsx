import { Checkbox, Select } from '@mantine/core';
import type { ReactNode } from 'react';
import type { components } from '../api';
import { t } from '../texts';
import { ApprovalSteps } from './ApprovalSteps';

type Rules = components['schemas']['CalendarRulesView'];
export type ApprovalChoice = Pick<Rules, 'approval' | 'fourEyes' | 'steps' | 'ifLate'>;
const { steps } = t.reviewing;

interface Props {
  value: ApprovalChoice;
  onChange: (value: ApprovalChoice) => void;
  disabled: boolean;
  error?: ReactNode;
}

/** How posts are approved: of a brand, or of one plan. */
export function ApprovalFields({ value, onChange, disabled, error }: Props) {
  return (
    <>
      <Select
        label={steps.mode}
        disabled={disabled}
        allowDeselect={false}
        data={(['none', 'optional', 'required'] as const).map((mode) => ({ value: mode, label: steps.modes[mode] }))}
        value={value.approval}
        onChange={(mode) => mode && onChange({ ...value, approval: mode as ApprovalChoice['approval'], fourEyes: mode === 'required' && value.fourEyes })}
      />
      {value.approval === 'required' && (
        <Checkbox label={t.calendar.rhythm.fourEyes} disabled={disabled} checked={value.fourEyes} onChange={(event) => onChange({ ...value, fourEyes: event.currentTarget.checked })} />
      )}
      {value.approval !== 'none' && (
        <>
          <ApprovalSteps value={value.steps} onChange={(next) => onChange({ ...value, steps: next })} disabled={disabled} error={error} />
          <Select
            label={steps.late}
            disabled={disabled}
            allowDeselect={false}
            data={(['expire', 'nextDay'] as const).map((late) => ({ value: late, label: steps.lates[late] }))}
            value={value.ifLate}
            onChange={(late) => late && onChange({ ...value, ifLate: late as ApprovalChoice['ifLate'] })}
          />
        </>
      )}
    </>
  );
}
