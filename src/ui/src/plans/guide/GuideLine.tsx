import { Anchor, Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { t } from '../../texts';
import { isKnown, useGuide } from './asked';

const words = t.guide;

/** Leads back to the first steps while some are open. */
export function GuideLine({ plan }: { plan: string }) {
  const guide = useGuide(plan).data;
  if (!guide?.next) return null;
  const questions = guide.questions.filter((question) => isKnown(question.code));
  return (
    <Group gap="sm">
      <Text c="dimmed" className="figures">
        {words.title}: {words.of(questions.filter((question) => question.answer !== null).length, questions.length)}
      </Text>
      <Anchor component={Link} to="/plan/guide" search={{ plan } as never}>
        {words.resume}
      </Anchor>
    </Group>
  );
}
