import { Anchor, Button, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useCommand } from '../api';
import { useBrand } from '../shared';
import { t } from '../texts';
import { Section, type Today } from './Section';
import classes from './Today.module.css';

type Item = Today['accounts'][number];

/** What the accounts need: the owner confirms in one click, the rest is one click away. */
export function AccountsCard({ today }: { today: Today }) {
  const brand = useBrand();
  const attest = useCommand((item: Item) => answer(client.POST('/api/v1/accounts/{account}/attest', { params: { path: { account: item.subject } }, body: {} })), {
    invalidate: [['today', brand.id], ['accounts'], ['audit-todo']],
    done: (item) => t.today.attested(item.title),
  });
  if (today.accounts.length === 0) return null;
  return (
    <Section title={t.today.accounts} count={today.accounts.length}>
      <ul className={classes.rows}>
        {today.accounts.map((item) => (
          <li key={item.kind + item.subject} className={classes.row}>
            <div className={classes.words}>
              <Anchor component={Link} to={item.path.split('?')[0]} search={Object.fromEntries(new URLSearchParams(item.path.split('?')[1] ?? '')) as never} c="inherit">
                {item.title}
              </Anchor>
              <div className={classes.fine}>{item.sentence}</div>
            </div>
            {item.kind === 'attest' ? (
              <Button className={classes.end} variant="default" size="compact-sm" loading={attest.isPending} onClick={() => attest.mutate(item)}>
                {t.today.attest}
              </Button>
            ) : (
              <Text className={classes.end} size="sm">
                {t.today.accountKinds[item.kind]}
              </Text>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
