import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconPlus } from '@tabler/icons-react';
import { DetailPanel, Empty, EmptyExample, ListWithDetail, Loaded, Page, type PlanLine, useMay, useUrl, useVerb, WithPlan } from '../shared';
import { t } from '../texts';
import { CampaignForm } from './CampaignForm';
import { CampaignPanel } from './CampaignPanel';
import { CampaignTable } from './CampaignTable';
import { Overlaps } from './Overlaps';
import { useCampaigns } from './useCampaigns';

const words = t.campaigns;

export default function CampaignsPage() {
  const mayEdit = useMay('editPlan');
  const [, setUrl] = useUrl();
  const add = () => setUrl({ campaign: 'new' }, true);
  useVerb(mayEdit ? { id: 'campaigns.add', label: words.add, run: add, keywords: ['launch', 'offer', 'season', 'advertising'], icon: IconPlus } : null);
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      action={
        mayEdit && (
          <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>
            {words.add}
          </Button>
        )
      }
    >
      <WithPlan>{(plan) => <Campaigns plan={plan} mayEdit={mayEdit && plan.status !== 'closed'} />}</WithPlan>
    </Page>
  );
}

function Campaigns({ plan, mayEdit }: { plan: PlanLine; mayEdit: boolean }) {
  const [url, setUrl] = useUrl();
  const read = useCampaigns(plan.id);
  const close = () => setUrl({ campaign: undefined });
  const isNew = mayEdit && url.campaign === 'new';
  return (
    <ListWithDetail
      detail={
        isNew && read.data ? (
          <DetailPanel title={words.add} onClose={close}>
            <CampaignForm plan={plan.id} paid={read.data.paid} onDone={(saved) => setUrl({ campaign: saved.id })} />
          </DetailPanel>
        ) : url.campaign && url.campaign !== 'new' ? (
          <CampaignPanel key={url.campaign} campaign={url.campaign} plan={plan.id} mayEdit={mayEdit} onClose={close} />
        ) : undefined
      }
    >
      <Loaded read={read}>
        {({ campaigns, paid }) => (
          <Stack>
            {paid.warning && (
              <Alert color="yellow" p="sm" icon={<IconAlertTriangle aria-hidden />}>
                {paid.warning}
              </Alert>
            )}
            {campaigns.length === 0 ? (
              <Empty
                title={words.emptyTitle}
                text={words.empty}
                action={mayEdit ? { label: words.add, onClick: () => setUrl({ campaign: 'new' }, true) } : undefined}
                example={
                  <EmptyExample>
                    <Text>{words.example}</Text>
                  </EmptyExample>
                }
              />
            ) : (
              <>
                <CampaignTable campaigns={campaigns} open={url.campaign} onOpen={(campaign) => setUrl({ campaign }, true)} />
                <Overlaps plan={plan.id} campaigns={campaigns} />
              </>
            )}
          </Stack>
        )}
      </Loaded>
    </ListWithDetail>
  );
}
