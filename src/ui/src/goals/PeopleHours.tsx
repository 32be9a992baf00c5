import { Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconGauge, IconWeight } from '@tabler/icons-react';
import { useState } from 'react';
import { answer, client, useCommand } from '../api';
import { type Column, DataTable, formatNumber, NoData, StatusMark } from '../shared';
import { NumberField } from '../shared/forms/NumberField';
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
  const columns: Column<Props['people'][number]>[] = [
    { key: 'person', title: words.person, primary: true, cell: (person) => person.name },
    {
      key: 'hours',
      title: words.hours,
      width: 150,
      cell: (person) => (mayEdit ? <Hours key={person.hoursAWeek} plan={plan} person={person} /> : person.hoursAWeek === null ? <NoData /> : formatNumber(person.hoursAWeek)),
    },
    { key: 'planned', title: words.planned, align: 'right', cell: (person) => formatNumber(person.planned) },
    {
      key: 'verdict',
      title: words.verdict,
      cell: (person) => (
        <div>
          <StatusMark {...looks[person.band]}>{words.loads[person.band]}</StatusMark>
          <Text size="sm">{person.words}</Text>
        </div>
      ),
    },
  ];
  return (
    <Section title={words.people}>
      <Text c="dimmed" mb="sm">
        {words.peopleText} {unowned > 0 && words.unowned(formatNumber(unowned))}
      </Text>
      <DataTable name="people" label={words.people} rows={people} columns={columns} rowKey={(person) => person.person} rowName={(person) => person.name} />
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
    <NumberField
      size="xs"
      maw={110}
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
