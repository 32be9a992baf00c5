import { Button, Card, SimpleGrid, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Loaded, NetworkMark, StatusMark, useMay } from '../shared';
import { t } from '../texts';
import { orNull, researchKeys, type Schemas } from './sheet';
import { SheetModal } from './SheetModal';

const words = t.research.audiences;
type Case = Schemas['NetworkCaseView'];

/** Four answers for each network: what for, for whom, why there, what it will bring. */
export function Cases({ plan, audiences }: { plan: string; audiences: Schemas['AudienceView'][] }) {
  const may = useMay('editPlan');
  const [open, setOpen] = useState<Case | null>(null);
  const read = useRead(['research', plan, 'cases'], () => answer(client.GET('/api/v1/plans/{plan}/network-cases', { params: { path: { plan } } })));
  const nameOf = (id: string | null | undefined) => audiences.find((audience) => audience.id === id)?.sheet.name;
  return (
    <Loaded read={read} skeleton={<CardsSkeleton />}>
      {(cases) => (
        <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }}>
          {cases.map((each) => (
            <Card key={each.network} withBorder padding="md" component="article" aria-label={each.name}>
              <NetworkMark network={each.network} />
              <StatusMark tone={each.missing.length === 0 ? 'good' : each.isRun ? 'warn' : 'calm'} icon={each.missing.length === 0 ? IconCircleCheck : IconAlertTriangle}>
                {words.answered(4 - each.missing.length)}
              </StatusMark>
              {[each.sheet.objectives, nameOf(each.sheet.audience), each.sheet.reason, each.sheet.gain].filter(Boolean).map((text) => (
                <Text key={text} size="sm">
                  {text}
                </Text>
              ))}
              {may && (
                <Button size="compact-sm" variant="default" mt="xs" style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(each)} aria-label={`${words.answer}: ${each.name}`}>
                  {words.answer}
                </Button>
              )}
            </Card>
          ))}
          {open && (
            <SheetModal
              title={open.name}
              fields={[
                { key: 'objectives', kind: 'long', label: words.objectives },
                { key: 'audience', kind: 'select', label: words.forWhom, options: audiences.map((audience) => ({ value: audience.id, label: audience.sheet.name })) },
                { key: 'reason', kind: 'long', label: words.reason },
                { key: 'gain', kind: 'long', label: words.gain },
              ]}
              initial={{ objectives: open.sheet.objectives ?? '', audience: open.sheet.audience ?? null, reason: open.sheet.reason ?? '', gain: open.sheet.gain ?? '' }}
              invalidate={researchKeys(plan)}
              onClose={() => setOpen(null)}
              onSend={(values) =>
                answer(
                  client.PUT('/api/v1/plans/{plan}/network-cases/{network}', {
                    params: { path: { plan, network: open.network } },
                    body: { sheet: { objectives: orNull(values.objectives as string), audience: orNull(values.audience as string), reason: orNull(values.reason as string), gain: orNull(values.gain as string) } },
                  }),
                )
              }
            />
          )}
        </SimpleGrid>
      )}
    </Loaded>
  );
}
