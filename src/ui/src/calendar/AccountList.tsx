import { Checkbox, Text, UnstyledButton } from '@mantine/core';
import { handleOn, NetworkMark } from '../shared';
import { t } from '../texts';
import classes from './Composer.module.css';
import type { Account } from './data';
import { type Draft, toggleAccount } from './draft';

const words = t.calendar.composer;

interface Props {
  accounts: Account[];
  draft: Draft;
  onChange: (draft: Draft) => void;
  /** The account looked at alone; null looks at all. */
  shown: string | null;
  onShow: (account: string | null) => void;
  disabled: boolean;
}

/** Where it goes out: each account, and whether it follows the shared text. */
export function AccountList({ accounts, draft, onChange, shown, onShow, disabled }: Props) {
  return (
    <section className={classes.accounts} aria-label={words.accounts}>
      <Text fw={600} mb="xs">
        {words.accounts}
      </Text>
      <ul>
        {accounts.map((account) => {
          const place = draft.accounts.find((each) => each.id === account.id);
          return (
            <li key={account.id} className={classes.account} data-chosen={place ? true : undefined} data-shown={shown === account.id || undefined}>
              <Checkbox
                checked={place !== undefined}
                disabled={disabled}
                onChange={() => {
                  if (shown === account.id) onShow(null);
                  onChange(toggleAccount(draft, account.id));
                }}
                label={
                  <span style={{ display: 'inline-flex', alignItems: 'baseline', flexWrap: 'wrap', gap: '0 6px' }}>
                    <NetworkMark network={account.network} />
                    <Text component="span" size="xs" c="dimmed">{handleOn(account.network, account.handle)}</Text>
                  </span>
                }
              />
              {place && (
                <UnstyledButton ml={32} onClick={() => onShow(shown === account.id ? null : account.id)} aria-pressed={shown === account.id}>
                  <Text size="xs" c={place.own ? undefined : 'dimmed'} fw={place.own ? 600 : 400} td="underline">
                    {place.own ? words.own : words.follows}
                  </Text>
                </UnstyledButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
