import { Text, UnstyledButton } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { t } from '../../texts';
import type { Code, Question } from './asked';
import classes from './Guide.module.css';

const words = t.guide;

interface Props {
  questions: Question[];
  chosen: string | undefined;
  onChoose: (code: string) => void;
}

/** All questions: which are answered and how; any can be looked at. */
export function QuestionList({ questions, chosen, onChoose }: Props) {
  const done = questions.filter((question) => question.answer !== null).length;
  return (
    <nav aria-label={words.list} className={classes.questions}>
      <Text size="sm" c="dimmed" mb="xs" className="figures" role="status">
        {words.of(done, questions.length)}
      </Text>
      <ol className={classes.list}>
        {questions.map((question) => (
          <li key={question.code}>
            <UnstyledButton className={classes.entry} aria-current={question.code === chosen ? 'step' : undefined} onClick={() => onChoose(question.code)}>
              <span className={classes.mark}>
                {question.answer === null ? <IconCircle size={20} stroke={1.5} aria-hidden /> : <IconCircleCheck size={20} stroke={1.5} color="var(--mantine-primary-color-filled)" aria-hidden />}
              </span>
              <span className={classes.words}>
                {words.asks[question.code as Code].title}
                {question.answer !== null && (
                  <Text span size="sm" c="dimmed" lineClamp={1}>
                    {question.answer}
                  </Text>
                )}
              </span>
            </UnstyledButton>
          </li>
        ))}
      </ol>
    </nav>
  );
}
