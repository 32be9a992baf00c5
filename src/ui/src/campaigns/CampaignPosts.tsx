import { Anchor, Button, Group, Stack, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { answer, client, useRead } from '../api';
import { Day, Loaded, PostStatusBadge, useBrand, useMay } from '../shared';
import { t } from '../texts';
import type { Campaign } from './useCampaigns';

const words = t.campaigns;
const shown = 10;

/** What is said for the campaign: its latest posts, and the way to the next one. */
export function CampaignPosts({ campaign }: { campaign: Campaign }) {
  const brand = useBrand();
  const mayWrite = useMay('writePosts') && (campaign.status === 'draft' || campaign.status === 'running');
  const query = { brand: brand.id, campaign: campaign.id, take: 200 };
  const read = useRead(['posts', query], () => answer(client.GET('/api/v1/posts', { params: { query } })));
  return (
    <Stack gap="xs">
      <Loaded read={read} skeleton={null}>
        {({ items }) =>
          items.length === 0 ? (
            <Text size="sm" c="dimmed">
              {words.noPosts}
            </Text>
          ) : (
            <>
              {items.slice(0, shown).map((post) => (
                <Group key={post.post} gap="sm" justify="space-between" wrap="nowrap" align="flex-start">
                  <Stack gap={0} miw={0}>
                    <Anchor size="sm" truncate renderRoot={(props) => <Link to="/calendar/$post" params={{ post: post.post }} {...props} />}>
                      {post.title}
                    </Anchor>
                    <Text size="xs" c="dimmed">
                      {post.at ? <Day date={post.at.slice(0, 10)} /> : words.noSlot}
                    </Text>
                  </Stack>
                  <PostStatusBadge status={post.status} />
                </Group>
              ))}
              {items.length > shown && (
                <Anchor size="sm" renderRoot={(props) => <Link to="/calendar" search={{ view: 'list', side: 'any', campaign: campaign.id } as never} {...props} />}>
                  {words.morePosts(items.length - shown)}
                </Anchor>
              )}
            </>
          )
        }
      </Loaded>
      <Text size="xs" c="dimmed">
        {words.counted(campaign.tag)}
      </Text>
      {mayWrite && (
        <Button size="compact-sm" variant="default" style={{ alignSelf: 'flex-start' }} renderRoot={(props) => <Link to="/calendar/new" search={{ campaign: campaign.id, goal: campaign.goals.length === 1 ? campaign.goals[0] : undefined } as never} {...props} />}>
          {words.write}
        </Button>
      )}
    </Stack>
  );
}
