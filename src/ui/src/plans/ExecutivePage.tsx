import { Alert, Button, Stack, Table, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Day, formatMoney, formatPercent, Loaded, MoneySums, StatusBadge } from '../shared';
import { t } from '../texts';
import { BudgetAsk } from './BudgetAsk';
import { type Executive, type ExecutiveGoal, paceInWords, useExecutive } from './executive';
import classes from './Executive.module.css';
import { PlanFrame } from './PlanFrame';
import { SignOffs } from './SignOffs';

const words = t.executive;

/** The plan on one page for whoever pays for it. */
export default function ExecutivePage() {
  return (
    <PlanFrame
      purpose={words.purpose}
      action={() => (
        <Button data-frame variant="default" leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => window.print()}>
          {words.print}
        </Button>
      )}
    >
      {(plan) => <OnePage plan={plan.id} open={plan.status !== 'closed'} />}
    </PlanFrame>
  );
}

function OnePage({ plan, open }: { plan: string; open: boolean }) {
  const read = useExecutive(plan);
  return (
    <Loaded read={read}>
      {(page) => (
        <article className={classes.page}>
          <Text size="xs" c="dimmed" className={classes.wide}>
            {page.brand} · {page.start && <>{words.from} <Day date={page.start} /> </>}
            {page.end && <>{words.until} <Day date={page.end} /> </>}· {words.madeOn} <Day date={page.madeOn} />
          </Text>
          {['beyond', 'plannedBeyond', 'refused'].includes(page.standing.state) && (
            <Alert className={classes.wide} role="alert" color={page.standing.state === 'plannedBeyond' ? 'yellow' : 'red'} variant="light" icon={<IconAlertTriangle aria-hidden />} title={words.states[page.standing.state]}>
              {page.standing.sentence}
            </Alert>
          )}
          <Part title={words.success} wide>
            <Text size="lg" className={classes.picture}>
              {page.picture ?? words.successNone}
            </Text>
            {page.pictureBy && (
              <Text size="sm" c="dimmed">
                {words.by} <Day date={page.pictureBy} />
              </Text>
            )}
          </Part>
          <Contributions page={page} />
          <Costs page={page} />
          <Returned page={page} />
          <Part title={words.ask}>
            <BudgetAsk page={page} open={open} />
          </Part>
          <Part title={words.signOff}>
            <SignOffs page={page} open={open} />
          </Part>
        </article>
      )}
    </Loaded>
  );
}

function Part({ title, wide, children }: { title: string; wide?: boolean; children: ReactNode }) {
  return (
    <section aria-label={title} className={wide ? classes.wide : undefined}>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      {children}
    </section>
  );
}

function Contributions({ page }: { page: Executive }) {
  return (
    <Part title={words.contributes} wide>
      {page.objectives.length === 0 && <Text c="dimmed">{words.contributesNone}</Text>}
      {page.objectives.map((objective) => (
        <div key={objective.title ?? ''} className={classes.objective}>
          <Text fw={600}>{objective.title ?? words.noObjective}</Text>
          {objective.serves && (
            <Text size="xs" c="dimmed">
              {words.serves(objective.serves)}
            </Text>
          )}
          {objective.goals.length === 0 && objective.more === 0 && (
            <Text size="sm" c="dimmed">
              {words.noGoals}
            </Text>
          )}
          <ul className={classes.goals}>
            {objective.goals.map((goal) => (
              <Goal key={goal.id} goal={goal} currency={page.signOffs.currency} />
            ))}
            {objective.more > 0 && <li className={classes.fine}>{words.more(objective.more)}</li>}
          </ul>
        </div>
      ))}
    </Part>
  );
}

function Goal({ goal, currency }: { goal: ExecutiveGoal; currency: string }) {
  const { reach, expected } = paceInWords(goal, currency);
  return (
    <li className={classes.goal}>
      <div>
        <Link to="/goals" search={{ goal: goal.id } as never} className={classes.link}>
          {goal.title}
        </Link>
        <div className={classes.fine}>
          {goal.metric && reach ? `${goal.metric}: ${reach}` : capital(goal.why)}
          {goal.deadline && (
            <>
              {' '}
              {words.by} <Day date={goal.deadline} />
            </>
          )}
          {expected && `; ${expected}`}
          {[goal.ownerName, words.activities(goal.activities)].filter(Boolean).map((said) => ` · ${said}`)}
        </div>
      </div>
      <StatusBadge status={goal.status} />
    </li>
  );
}

const capital = (text: string | null) => (text ? text.charAt(0).toUpperCase() + text.slice(1) : '');

function Costs({ page }: { page: Executive }) {
  const { spending } = page;
  const other = spending.others.map((line) => ({ ...line, key: `${line.kind} ${line.spent.currency}` }));
  return (
    <Part title={words.money}>
      <Table aria-label={words.money} verticalSpacing={4} horizontalSpacing={6}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.kind}</Table.Th>
            <Table.Th ta="right">{words.spent}</Table.Th>
            <Table.Th ta="right">{words.planned}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {spending.lines.filter((line) => line.spent.amount > 0 || line.planned.amount > 0).map((line) => (
            <Line key={line.kind} name={words.kinds[line.kind]} spent={formatMoney(line.spent)} planned={formatMoney(line.planned)} />
          ))}
          <Line strong name={words.sum} spent={formatMoney(spending.spent)} planned={formatMoney(spending.planned)} />
          {other.map((line) => (
            <Line key={line.key} name={`${words.kinds[line.kind]} (${words.otherCurrency.toLowerCase()})`} spent={formatMoney(line.spent)} planned={formatMoney(line.planned)} />
          ))}
        </Table.Tbody>
      </Table>
      <div className={classes.fine}>{[spending.openEnd ? words.openEnd : '', words.moneyHint].filter(Boolean).join(' ')}</div>
    </Part>
  );
}

function Line({ name, spent, planned, strong }: { name: string; spent: string; planned: string; strong?: boolean }) {
  return (
    <Table.Tr fw={strong ? 600 : undefined}>
      <Table.Td>{name}</Table.Td>
      <Table.Td ta="right" className="figures">
        {spent}
      </Table.Td>
      <Table.Td ta="right" className="figures">
        {planned}
      </Table.Td>
    </Table.Tr>
  );
}

const clockTime = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

function Returned({ page }: { page: Executive }) {
  const { returned } = page;
  return (
    <Part title={words.returned}>
      <Stack gap={4}>
        <Text>{words.conversions(returned.conversions)}</Text>
        {(returned.value || returned.others.length > 0) && (
          <Text component="div" size="lg" fw={600}>
            <MoneySums sums={[returned.value, ...returned.others]} />
          </Text>
        )}
        <Text fw={600}>
          {words.roi}: <span className="figures">{returned.roi === null ? words.roiNone.toLowerCase() : formatPercent(returned.roi, 0)}</span>
        </Text>
        <div className={classes.fine}>{returned.roi === null || !returned.cost ? returned.missing.join(' ') : [words.roiHint(formatMoney(returned.cost), clockTime(returned.minutes), returned.conversions), ...returned.notes].join(' ')}</div>
        {returned.roi === null && returned.unattributed > 0 && <div className={classes.fine}>{words.unattributed(returned.unattributed)}</div>}
      </Stack>
    </Part>
  );
}
