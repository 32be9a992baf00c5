import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { components } from '../api';
import { StatusMark } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';
import type { Account } from './data';
import { sayLocal } from './days';
import { type Draft, type Finding, mend } from './draft';

const words = t.calendar.composer;

interface Props {
  check: components['schemas']['DraftCheck'] | undefined;
  /** Whether the check has seen the last change. */
  fresh: boolean;
  accounts: Account[];
  draft: Draft;
  onMend: (draft: Draft) => void;
}

/** The precheck as a short list; what can mend itself does so on a click. */
export function Findings({ check, fresh, draft, onMend }: Props) {
  const findings = [...(check?.findings ?? [])].filter((finding) => finding.code !== 'approval-missing').sort((a, b) => Number(b.blocks) - Number(a.blocks));
  const isBlank = draft.accounts.length === 0 && draft.text.trim() === '';
  return (
    <section aria-label={words.checks} aria-busy={!fresh}>
      <Group justify="space-between" mb="xs">
        <Text fw={600}>{words.checks}</Text>
        <Text size="xs" c="dimmed" role="status">
          {fresh ? '' : words.checking}
        </Text>
      </Group>
      {isBlank ? (
        <Text size="sm" c="dimmed">
          {words.checksEmpty}
        </Text>
      ) : check && findings.length === 0 ? (
        <StatusMark tone="good" icon={IconCircleCheck}>
          {words.allClear}
        </StatusMark>
      ) : (
        <ul className={classes.findings}>
          {findings.map((finding, place) => (
            <li key={`${finding.code} ${finding.account ?? ''} ${place}`}>
              <StatusMark tone={finding.blocks ? 'bad' : 'warn'} icon={finding.blocks ? IconCircleX : IconAlertTriangle}>
                {finding.blocks ? words.blocks : words.warns}
              </StatusMark>
              <Text size="sm">{finding.message}</Text>
              {finding.fix && (
                <Button size="compact-xs" variant="light" onClick={() => onMend(mend(draft, finding))}>
                  {fixWords(finding)}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function fixWords({ fix }: Finding): string {
  if (!fix) return '';
  return fix.kind === 'move' ? words.fixes.move(sayLocal(fix.at ?? '')) : words.fixes[fix.kind];
}
