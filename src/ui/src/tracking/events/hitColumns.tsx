import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { components } from '../../api';
import { type Column, Moment, NoData } from '../../shared';
import { t } from '../../texts';

export type Hit = components['schemas']['HitView'];
const words = t.reports.events;
const groupOf = (hit: Hit) => t.tracking.groups[hit.group] ?? hit.group;

/** The columns of single events. */
export const hitColumns = (zone: string, dropped: boolean): Column<Hit>[] => [
  { key: 'at', title: words.when, cell: (hit) => <Moment at={hit.at} zone={zone} /> },
  { key: 'kind', title: words.kind, cell: (hit) => t.reports.kinds[hit.kind] ?? hit.kind, hideBelow: 960 },
  {
    key: 'what',
    title: words.what,
    primary: true,
    cell: (hit) => (
      <span style={{ overflowWrap: 'anywhere' }}>
        {hit.link ? <Anchor renderRoot={(props) => <Link to="/tracking/links" search={{ link: hit.link } as never} {...props} />}>{hit.what}</Anchor> : hit.what}
        {hit.where && (
          <Text span size="xs" c="dimmed" display="block">
            {hit.where}
          </Text>
        )}
      </span>
    ),
  },
  { key: 'group', title: words.group, cell: groupOf },
  { key: 'source', title: words.source, cell: (hit) => hit.source ?? <NoData reason={words.noSource} />, hideBelow: 720 },
  { key: 'device', title: words.device, cell: (hit) => t.reports.devices[hit.device ?? 'unknown'], hideBelow: 720 },
  dropped
    ? { key: 'outcome', title: words.outcome, cell: (hit) => t.tracking.outcomes[hit.outcome] ?? hit.outcome }
    : { key: 'starts', title: words.starts, cell: (hit) => (hit.startsVisit ? words.begins : ''), hideBelow: 960, hideInCard: (hit) => !hit.startsVisit },
];
