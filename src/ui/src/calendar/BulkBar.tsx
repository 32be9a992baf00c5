import { Button, CloseButton, Group, Menu, Paper } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { useMay } from '../shared';
import { t } from '../texts';
import classes from './Views.module.css';
import { useDesk } from './desk';
import { type StatusVerb, verbsFor } from './postVerbs';

const words = t.scheduling;

/** What can be done with all marked posts at once. */
export function BulkBar() {
  const desk = useDesk();
  const rights = { mayWrite: useMay('writePosts'), mayApprove: useMay('approvePosts'), mayPublish: useMay('publish') };
  const entries = [...desk.marked.values()];
  if (entries.length === 0 || !rights.mayWrite) return null;
  const verbs = verbsFor(entries, rights);
  const first: StatusVerb[] = verbs.filter((verb) => verb === 'approve' || verb === 'schedule');
  return (
    <Paper className={classes.bulk} withBorder shadow="sm" role="region" aria-label={words.marked(entries.length)}>
      <Group gap="xs" wrap="wrap">
        <strong className="figures" aria-live="polite">
          {words.marked(entries.length)}
        </strong>
        <Button size="compact-sm" variant="default" onClick={() => desk.ask({ kind: 'move', entries })}>
          {words.verbs.move}
        </Button>
        {first.map((verb) => (
          <Button key={verb} size="compact-sm" variant="default" onClick={() => desk.change(entries, verb)}>
            {words.verbs[verb]}
          </Button>
        ))}
        <Menu position="top-start">
          <Menu.Target>
            <Button size="compact-sm" variant="default" leftSection={<IconDots size={14} aria-hidden />}>
              {t.calendar.composer.more}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => desk.ask({ kind: 'queue', entries })}>{words.verbs.queue}</Menu.Item>
            {verbs
              .filter((verb) => !first.includes(verb))
              .map((verb) => (
                <Menu.Item key={verb} onClick={() => desk.change(entries, verb)}>
                  {words.verbs[verb]}
                </Menu.Item>
              ))}
          </Menu.Dropdown>
        </Menu>
        <CloseButton aria-label={words.unmark} onClick={desk.unmark} />
      </Group>
    </Paper>
  );
}
