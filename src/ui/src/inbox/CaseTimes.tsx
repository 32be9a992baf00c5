import { SimpleGrid, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import { StatusMark } from '../shared';
import { t } from '../texts';
import { type CareSheet, spanInWords } from './inbox';

const words = t.inbox.panel;
type Time = NonNullable<CareSheet['case']['firstAnswer']>;

/** How long it took in business time, against the promise; the time on the wall beside it. */
export function CaseTimes({ sheet, day }: { sheet: CareSheet; day: number }) {
  const { firstAnswer, resolution } = sheet.case;
  if (!firstAnswer && !resolution) return null;
  return (
    <section aria-label={words.times}>
      <Text fw={600} mb="xs">
        {words.times}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <One label={words.firstAnswer} time={firstAnswer} day={day} />
        <One label={words.resolution} time={resolution} day={day} />
      </SimpleGrid>
    </section>
  );
}

function One({ label, time, day }: { label: string; time: Time | null; day: number }) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      {time ? (
        <>
          <Text>{words.tookIn(spanInWords(time.businessMinutes, day), spanInWords(time.within, day))}</Text>
          <Text size="sm" c="dimmed">
            {words.elapsed(spanInWords(time.elapsedMinutes, 0))}
          </Text>
          {time.met ? <StatusMark tone="good" icon={IconCircleCheck}>{words.met}</StatusMark> : <StatusMark tone="bad" icon={IconAlertTriangle}>{words.missed}</StatusMark>}
        </>
      ) : (
        <Text c="dimmed">{words.notYet}</Text>
      )}
    </div>
  );
}
