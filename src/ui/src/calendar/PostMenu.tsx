import { Menu } from '@mantine/core';
import { IconArchive, IconArrowRight, IconCalendarEvent, IconCalendarOff, IconCheck, IconLeaf, IconPlayerPause, IconRepeat, IconRotateClockwise, IconSend, IconStack2, IconX } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useMay } from '../shared';
import { t } from '../texts';
import { movable } from './data';
import { useDesk } from './desk';
import type { Entry } from './draft';
import { type StatusVerb, verbsFor } from './postVerbs';

const words = t.scheduling;
const icons = { submit: IconSend, approve: IconCheck, schedule: IconSend, unschedule: IconX, hold: IconPlayerPause, resume: IconRotateClockwise, takeOut: IconCalendarOff, archive: IconArchive } satisfies Record<StatusVerb, typeof IconSend>;

/** Everything that can be done with a post where it stands: the way without a mouse. */
export function PostMenu({ entry, from, onClose }: { entry: Entry; from: HTMLElement; onClose: () => void }) {
  const desk = useDesk();
  const navigate = useNavigate();
  const rights = { mayWrite: useMay('writePosts'), mayApprove: useMay('approvePosts'), mayPublish: useMay('publish') };
  const place = from.getBoundingClientRect();
  const marked = desk.marked.has(entry.post);
  const entries = [entry];
  return (
    // The key that opens it comes by the document afterwards: keys outside must not close it.
    <Menu opened onClose={onClose} position="bottom-start" width={230} trapFocus closeOnItemClick withinPortal clickOutsideEvents={['mousedown', 'touchstart']}>
      <Menu.Target>
        <span aria-hidden style={{ position: 'fixed', left: place.left, top: place.bottom, width: 1, height: 1 }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={words.menuOf(entry.title)}>
        <Menu.Label>{entry.title}</Menu.Label>
        <Menu.Item leftSection={<IconArrowRight size={15} aria-hidden />} onClick={() => void navigate({ to: '/calendar/$post', params: { post: entry.post } })}>
          {words.verbs.open}
        </Menu.Item>
        {rights.mayWrite && movable(entry) && (
          <>
            <Menu.Item leftSection={<IconCalendarEvent size={15} aria-hidden />} onClick={() => desk.ask({ kind: 'move', entries })}>
              {entry.at ? words.verbs.moveTo : words.verbs.giveDay}
            </Menu.Item>
            {entry.status !== 'scheduled' && (
              <Menu.Item leftSection={<IconStack2 size={15} aria-hidden />} onClick={() => desk.ask({ kind: 'queue', entries })}>
                {words.verbs.queue}
              </Menu.Item>
            )}
          </>
        )}
        {rights.mayWrite && entry.at && (
          <Menu.Item leftSection={<IconRepeat size={15} aria-hidden />} onClick={() => desk.ask({ kind: 'repeat', entries })}>
            {words.verbs.repeat}
          </Menu.Item>
        )}
        {rights.mayWrite && (
          <Menu.Item leftSection={<IconLeaf size={15} aria-hidden />} onClick={() => desk.ask({ kind: 'evergreen', entries })}>
            {words.verbs.evergreen}
          </Menu.Item>
        )}
        <Menu.Divider />
        {verbsFor(entries, rights).map((verb) => {
          const Icon = icons[verb];
          return (
            <Menu.Item key={verb} leftSection={<Icon size={15} aria-hidden />} onClick={() => desk.change(entries, verb)}>
              {words.verbs[verb]}
            </Menu.Item>
          );
        })}
        <Menu.Item onClick={() => desk.toggle(entry)}>{marked ? words.unmarkOne : words.mark}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
