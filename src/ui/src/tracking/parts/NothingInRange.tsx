import { Empty, formatDate, useUrl } from '../../shared';
import { t } from '../../texts';
import { plusDays } from '../range';

const words = t.tracking.quiet;

interface Props {
  from: string;
  until: string;
  /** The first and the last day on which there is something. */
  first: string;
  last: string;
  /** What there is none of. */
  text: (from: string, until: string) => string;
}

/** The chosen days hold nothing, though others do: says which, and leads to the latest of them. */
export function NothingInRange({ from, until, first, last, text }: Props) {
  const [, setUrl] = useUrl();
  const month = plusDays(last, -29);
  const then = { from: month < first ? first : month, until: last };
  return (
    <Empty
      title={words.title}
      text={`${text(formatDate(from), formatDate(until))} ${words.there(formatDate(first), formatDate(last))}`}
      action={{ label: words.show(formatDate(then.from), formatDate(then.until)), onClick: () => setUrl({ days: 'chosen', ...then }, true) }}
    />
  );
}
