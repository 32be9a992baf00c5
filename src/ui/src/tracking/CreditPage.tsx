import { Alert, Button, Stack } from '@mantine/core';
import { IconDownload, IconInfoCircle } from '@tabler/icons-react';
import { answer, client, useRead } from '../api';
import { CardsSkeleton, Empty, ListWithDetail, Loaded, Page, useBrand, usePlan, useUrl } from '../shared';
import { trackingTabs } from '../tabs';
import { t } from '../texts';
import { type By, type Measure, models, rememberedModel } from './credit';
import { CreditAssists } from './CreditAssists';
import { CreditChart } from './CreditChart';
import { CreditControls } from './CreditControls';
import { CreditKept } from './CreditKept';
import { CreditModel } from './CreditModel';
import { CreditPanel } from './CreditPanel';
import { CreditTogether } from './CreditTogether';
import { CreditTotals } from './CreditTotals';
import { chosenRange } from './range';
import { useAnyConversion } from './useAnyConversion';

const words = t.credit;

/** Who led to what came back, under every model. */
export default function CreditPage() {
  const brand = useBrand();
  const { plan } = usePlan();
  const [url, setUrl] = useUrl();
  const range = chosenRange(url, brand.zone, '90');
  const by = (url.by && url.by in words.bys ? url.by : 'channelGroup') as By;
  const asked = {
    from: range.from,
    until: range.until,
    by,
    lookBackDays: url.back && url.back in words.lookBacks ? Number(url.back) : undefined,
    transform: (url.paths && url.paths in words.transforms ? url.paths : 'every') as 'every' | 'exposure' | 'first',
    plan: url.only === 'plan' && plan ? plan.id : undefined,
  };
  const read = useRead(['credits', brand.id, asked], () => answer(client.GET('/api/v1/brands/{brand}/credits', { params: { path: { brand: brand.id }, query: asked } })), { keep: true });
  const elsewhere = useAnyConversion(read.data?.conversions === 0);
  const measure: Measure = url.show === 'value' ? 'value' : 'conversions';
  const open = url.row ?? undefined;
  const close = () => setUrl({ row: undefined, and: undefined });
  const query = new URLSearchParams(Object.entries(asked).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])));
  return (
    <Page
      title={words.title}
      purpose={words.purpose}
      help={words.help}
      tabs={trackingTabs}
      action={
        read.data && read.data.rows.length > 0 ? (
          <Button component="a" variant="default" leftSection={<IconDownload size={16} aria-hidden />} href={`/api/v1/brands/${brand.id}/credits/export?${query.toString()}`} download>
            {words.export}
          </Button>
        ) : undefined
      }
    >
      <Stack gap="xl">
        <CreditControls range={range} by={by} plan={plan} />
        <Loaded read={read} skeleton={<CardsSkeleton />}>
          {(report) => {
            const model = models.find((one) => one === url.model) ?? rememberedModel() ?? report.chosen;
            const silent = report.silent.find((one) => one.model === model);
            return (
              <ListWithDetail detail={open && <CreditPanel report={report} row={open} and={url.and} model={model} asked={asked} onClose={close} />}>
                <Stack gap="xl">
                  {report.conversions === 0 ? (
                    elsewhere !== undefined && <Empty title={words.emptyTitle} text={elsewhere ? words.emptyDays(asked.plan !== undefined) : words.empty} action={elsewhere ? undefined : { label: words.emptyAction, to: '/tracking' }} />
                  ) : (
                    <>
                      <CreditTotals report={report} />
                      {report.caution && (
                        <Alert variant="light" color="gray" icon={<IconInfoCircle aria-hidden />}>
                          {report.caution}
                        </Alert>
                      )}
                      <CreditModel model={model} chosen={report.chosen} lookBack={report.lookBackDays} transform={asked.transform} silent={silent?.why} />
                      <CreditChart report={report} model={model} measure={measure} />
                      <CreditAssists report={report} />
                      <CreditTogether report={report} />
                    </>
                  )}
                  <CreditKept />
                </Stack>
              </ListWithDetail>
            );
          }}
        </Loaded>
      </Stack>
    </Page>
  );
}
