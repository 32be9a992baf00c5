import { NumberInput, Table, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconGauge, IconWeight } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { formatNumber, NoData, StatusMark } from '../shared';
import { t } from '../texts';
import type { PlanAttainability } from './AttainabilityPage';
import { Section } from './Section';

const words = t.foresight.attainability;

const looks = {
  fits: { tone: 'good', icon: IconCircleCheck },
  tight: { tone: 'warn', icon: IconGauge },
  tooMuch: { tone: 'bad', icon: IconWeight },
  cannotJudge: { tone: 'calm', icon: IconCircleDashed },
} as const;

interface Props {
  plan: string;
  people: PlanAttainability['people'];
  unowned: number;
  mayEdit: boolean;
}

/** What is asked of each person against the hours there are. */
export function PeopleHours({ plan, people, unowned, mayEdit }: Props) {
  return (
    <Section title={words.people}>
      <Text c="dimmed" mb="sm">
        {words.peopleText} {unowned > 0 && words.unowned(formatNumber(unowned))}
      </Text>
      <Table.ScrollContainer minWidth={560}>
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.person}</Table.Th>
              <Table.Th w={130}>{words.hours}</Table.Th>
              <Table.Th ta="right">{words.planned}</Table.Th>
              <Table.Th>{words.verdict}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {people.map((person) => (
              <Table.Tr key={person.person}>
                <Table.Td>{person.name}</Table.Td>
                <Table.Td>{mayEdit ? <Hours key={person.hoursAWeek} plan={plan} person={person} /> : person.hoursAWeek === null ? <NoData /> : formatNumber(person.hoursAWeek)}</Table.Td>
                <Table.Td ta="right" className="figures">
                  {formatNumber(person.planned)}
                </Table.Td>
                <Table.Td>
                  <StatusMark {...looks[person.band]}>{words.loads[person.band]}</StatusMark>
                  <Text size="sm">{person.words}</Text>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Section>
  );
}

function Hours({ plan, person }: { plan: string; person: Props['people'][number] }) {
  const [value, setValue] = useState<number | string>(person.hoursAWeek ?? '');
  const save = useCommand(
    (hoursAWeek: number | null) => answer(client.PUT('/api/v1/plans/{plan}/hours/{person}', { params: { path: { plan, person: person.person } }, body: { hoursAWeek } })),
    { invalidate: [['attainability', plan], ['conflicts', plan], ['gates']], done: words.hoursSaved },
  );
  const store = () => {
    const hours = value === '' ? null : Number(value);
    if (hours !== person.hoursAWeek) save.mutate(hours);
  };
  return (
    <NumberInput
      size="xs"
      aria-label={words.setHours(person.name)}
      min={0}
      max={80}
      value={value}
      onChange={setValue}
      onBlur={store}
      onKeyDown={(event) => {
        if (event.key === 'Enter') store();
      }}
    />
  );
}
