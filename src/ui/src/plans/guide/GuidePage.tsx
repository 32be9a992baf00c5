import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useEffect, useRef } from 'react';
import { answer, client, useRead } from '../../api';
import type { To } from '../../menu';
import { CardsSkeleton, Loaded, Page, type PlanLine, Term, useMay, useUrl, WithPlan } from '../../shared';
import { t } from '../../texts';
import { FromTemplate } from '../FromTemplate';
import { GatesCard } from '../GatesCard';
import { usePlanDetail } from '../plan';
import { type Asked, type Code, type Guide, isKnown, type Question, useGuide } from './asked';
import { ChannelAsk } from './ChannelAsk';
import classes from './Guide.module.css';
import { NumberAsk } from './NumberAsk';
import { QuestionList } from './QuestionList';
import { AudienceAsk, GoalAsk, MissionAsk, PictureAsk } from './WordAsks';
import { ActionAsk, ReviewAsk } from './WorkAsks';

const words = t.guide;

const forms: Record<Code, (asked: Asked) => ReactNode> = {
  goal: GoalAsk,
  picture: PictureAsk,
  number: NumberAsk,
  audience: AudienceAsk,
  channel: ChannelAsk,
  mission: MissionAsk,
  action: ActionAsk,
  review: ReviewAsk,
};

/** Where an answer is changed later. */
const pages: Record<Code, To> = { goal: '/goals', picture: '/plan', number: '/goals', audience: '/research/audiences' as To, channel: '/channels', mission: '/channels', action: '/actions', review: '/plan' };

/** One question at a time, in the order in which a plan is thought; what it already says is not asked again. */
export default function GuidePage() {
  const framed = (content: ReactNode) => (
    <Page title={words.title} purpose={words.purpose}>
      {content}
    </Page>
  );
  return (
    <WithPlan skeleton={framed(<CardsSkeleton />)} frame={framed}>
      {(plan) => <Steps plan={plan} />}
    </WithPlan>
  );
}

function Steps({ plan }: { plan: PlanLine }) {
  const read = useGuide(plan.id);
  return (
    <Page title={words.heading(plan.title)} purpose={words.purpose} help={t.plans.help}>
      <Loaded read={read} skeleton={<CardsSkeleton />}>
        {(guide) => <Walk plan={plan.id} guide={guide} />}
      </Loaded>
    </Page>
  );
}

function Walk({ plan, guide }: { plan: string; guide: Guide }) {
  const [url, setUrl] = useUrl();
  const questions = guide.questions.filter((question) => isKnown(question.code));
  const chosen = questions.find((question) => question.code === url.ask) ?? questions.find((question) => question.code === guide.next);
  const next = (after: Question) => {
    const at = questions.indexOf(after);
    const open = [...questions.slice(at + 1), ...questions.slice(0, at)].find((question) => question.answer === null);
    setUrl({ ask: open?.code });
  };
  return (
    <div className={classes.walk}>
      <QuestionList questions={questions} chosen={chosen?.code} onChoose={(ask) => setUrl({ ask })} />
      {chosen ? <One key={`${chosen.code}-${chosen.about}`} plan={plan} question={chosen} onNext={() => next(chosen)} /> : <AllAnswered plan={plan} inForce={guide.inForce} />}
    </div>
  );
}

/** A question with why it is asked, how it is answered, and what somebody answered. */
function One({ plan, question, onNext }: { plan: string; question: Question; onNext: () => void }) {
  const mayEdit = useMay('editPlan');
  const code = question.code as Code;
  const ask = words.asks[code];
  const Form = forms[code];
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const about = 'about' in ask && question.title ? ask.about(question.title) : null;
  const detail = usePlanDetail(plan).data;
  const typed = code === 'goal' && !question.answer?.includes(detail?.goalStatement ?? '') ? detail?.goalStatement : null;
  const missing = question.answer === null && question.about === null && (code === 'number' ? words.goalFirst : code === 'mission' ? words.channelFirst : null);
  return (
    <Paper withBorder p="lg" component="section" aria-label={ask.title}>
      <Stack gap="md">
        <Title order={2} ref={heading} tabIndex={-1} style={{ outline: 'none' }}>
          {ask.title}
        </Title>
        {about && (
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {about}
          </Text>
        )}
        <Hint label={words.why}>{ask.why}</Hint>
        <Hint label={words.how}>{ask.how}</Hint>
        <Hint label={words.example}>{ask.example}</Hint>
        {question.answer !== null ? (
          <>
            {typed && <Hint label={words.typed}>{typed}</Hint>}
            <div>
              <Hint label={words.answer}>{question.answer}</Hint>
              {code === 'picture' && detail?.fromTemplate?.includes('picture') && <FromTemplate />}
            </div>
            <Group>
              <Button onClick={onNext}>{words.next}</Button>
              <Anchor component={Link} to={pages[code]} search={{ plan } as never}>
                {words.change}
              </Anchor>
            </Group>
          </>
        ) : (
          <>
            {missing && <Text>{missing}</Text>}
            {!missing && mayEdit && <Form plan={plan} question={question} onKept={onNext} />}
            {(missing || !mayEdit) && (
              <Button variant="subtle" onClick={onNext} style={{ alignSelf: 'flex-start' }}>
                {words.later}
              </Button>
            )}
          </>
        )}
      </Stack>
    </Paper>
  );
}

function Hint({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <Text size="sm" c="dimmed">
        {label}
      </Text>
      <Text style={{ overflowWrap: 'anywhere' }}>{children}</Text>
    </div>
  );
}

function AllAnswered({ plan, inForce }: { plan: string; inForce: boolean }) {
  const detail = usePlanDetail(plan).data;
  const channels = useRead(['channels', plan, 'guide'], () => answer(client.GET('/api/v1/plans/{plan}/channels', { params: { path: { plan } } })), { enabled: !inForce });
  // What the gate asks for next is one step away.
  const sheets = inForce ? [] : (channels.data ?? []).filter((channel) => channel.status === 'active' && channel.complete < channel.parts.length);
  return (
    <Stack gap="md">
      <Paper withBorder p="lg">
        <Stack gap="md" align="flex-start">
          <Title order={2}>{words.allAnswered}</Title>
          <Text>{inForce ? words.inForce : words.ready}</Text>
          {sheets.length > 0 && (
            <Text>
              {words.sheets} <Term of="sheet" />
            </Text>
          )}
          <Group>
            {sheets.map((channel) => (
              <Button key={channel.id} renderRoot={(props) => <Link to="/channels/$channel" params={{ channel: channel.id }} search={{ plan } as never} {...props} />}>
                {words.toSheet(channel.networkLabel)}
              </Button>
            ))}
            <Button variant={sheets.length > 0 ? 'default' : 'filled'} renderRoot={(props) => <Link to="/plan" search={{ plan } as never} {...props} />}>
              {words.toPlan}
            </Button>
          </Group>
        </Stack>
      </Paper>
      {!inForce && detail && <GatesCard plan={detail} />}
    </Stack>
  );
}
