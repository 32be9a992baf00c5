import { Text } from '@mantine/core';
import { answer, client, useRead } from '../api';
import { t } from '../texts';
import classes from './Composer.module.css';

const words = t.blocks.card;

/** The card that networks show for a link, as the page describes itself; where there is none, why. */
export function LinkCardView({ url }: { url: string }) {
  const card = useRead(['link-card', url], () => answer(client.GET('/api/v1/link-cards', { params: { query: { url } } })), { keep: true }).data;
  if (!card) return null;
  return (
    <div className={classes.linkCard}>
      {card.image && <div className={classes.linkImage}>{words.picture}</div>}
      <div className={classes.linkWords}>
        <Text size="xs" c="dimmed">{card.host}</Text>
        {card.title && <Text fw={600} size="sm">{card.title}</Text>}
        {card.description && <Text size="xs" lineClamp={2}>{card.description}</Text>}
        {card.problem && <Text size="xs" c="dimmed">{card.problem}</Text>}
      </div>
    </div>
  );
}
