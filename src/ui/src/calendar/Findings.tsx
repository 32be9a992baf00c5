import { Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react';
import type { components } from '../api';
import { NetworkMark, StatusMark } from '../shared';
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
export function Findings({ check, fresh, accounts, draft, onMend }: Props) {
  const findings = together([...(check?.findings ?? [])].filter((finding) => finding.code !== 'approval-missing').sort((a, b) => Number(b.blocks) - Number(a.blocks)));
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
          {findings.map(({ finding, of }, place) => (
            <li key={`${finding.code} ${finding.account ?? ''} ${place}`}>
              <StatusMark tone={finding.blocks ? 'bad' : 'warn'} icon={finding.blocks ? IconCircleX : IconAlertTriangle}>
                {finding.blocks ? words.blocks : words.warns}
              </StatusMark>
              <Text size="sm">{finding.message}</Text>
              {of.length > 1 && (
                <Group gap="xs" mt={2}>
                  {accounts.filter((account) => of.includes(account.id)).map((account) => (
                    <NetworkMark key={account.id} network={account.network} iconOnly />
                  ))}
                </Group>
              )}
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

/** What is said of several accounts in the same words is said once, with the accounts; what each mends for itself stays apart. */
export function together(findings: Finding[]): { finding: Finding; of: string[] }[] {
  const said = new Map<string, { finding: Finding; of: string[] }>();
  for (const finding of findings) {
    const key = finding.fix ? `${said.size}` : `${finding.code} ${finding.blocks} ${finding.message}`;
    const known = said.get(key);
    if (!known) said.set(key, { finding, of: finding.account ? [finding.account] : [] });
    else if (finding.account) known.of.push(finding.account);
  }
  return [...said.values()];
}

function fixWords({ fix }: Finding): string {
  if (!fix) return '';
  return fix.kind === 'move' ? words.fixes.move(sayLocal(fix.at ?? '')) : words.fixes[fix.kind];
}
