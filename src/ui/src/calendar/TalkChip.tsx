import { Tooltip, UnstyledButton } from '@mantine/core';
import { IconAlertTriangle, IconMessages } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useUrl } from '../shared';
import { t } from '../texts';
import classes from './Views.module.css';
import type { Talk } from './conversations';
import { clockOf } from './days';

const words = t.scheduling.conversations;

/** A planned conversation among the posts; says who is on duty, or that nobody is. */
export function TalkChip({ talk }: { talk: Talk }) {
  const [, setUrl] = useUrl();
  const { sheet, id, path, responderName, warning, doneAt } = talk.conversation;
  const navigate = useNavigate();
  const who = responderName ? words.onDuty(responderName) : words.nobody;
  const until = new Date(Date.parse(`${sheet.at}Z`) + sheet.replyMinutes * 60_000).toISOString().slice(11, 16);
  const said = words.hint(sheet.title, clockOf(sheet.at), until, who);
  return (
    <Tooltip label={[said, warning].filter(Boolean).join(' · ')} openDelay={300}>
      <UnstyledButton className={classes.talk} data-warning={warning ? true : undefined} data-quiet={doneAt ? true : undefined} aria-label={[said, warning].filter(Boolean).join('. ')} onClick={() => (id ? setUrl({ conversation: id }, true) : void navigate({ to: path as '/' }))}>
        {warning ? <IconAlertTriangle size={14} aria-hidden /> : <IconMessages size={14} aria-hidden />}
        <time className="figures">{clockOf(sheet.at)}</time>
        <span className={classes.talkTitle}>{sheet.title}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
