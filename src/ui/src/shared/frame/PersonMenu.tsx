import { Menu, Text, UnstyledButton } from '@mantine/core';
import { IconLogout, IconSelector } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { accountState, signOut } from '../../api/account';
import { useCommand } from '../../api/useCommand';
import { t } from '../../texts';
import { MemberAvatar } from '../people/MemberAvatar';
import classes from './Switcher.module.css';
import { useAccount } from './useAccount';

/** The signed-in person at the foot of the rail, and the way out. */
export function PersonMenu() {
  const { member } = useAccount();
  const queries = useQueryClient();
  const router = useRouter();
  const leave = useCommand(signOut, {
    onDone: async () => {
      await queries.refetchQueries(accountState);
      queries.removeQueries({ predicate: (query) => query.queryKey[0] !== accountState.queryKey[0] });
      await router.invalidate();
    },
  });
  if (!member) return null;
  return (
    <Menu position="top-start" width={212}>
      <Menu.Target>
        <UnstyledButton className={classes.face} data-button>
          <span className="hidden-text">{t.frame.signedInAs}</span>
          <MemberAvatar name={member.name} size={28} decorative />
          <span className={classes.words}>
            <Text span className={classes.name}>
              {member.name}
            </Text>
            <Text span size="xs" c="dimmed" className={classes.name}>
              {t.people.roles[member.role]}
            </Text>
          </span>
          <IconSelector size={16} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => leave.mutate()}>
          {t.frame.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
