import classes from './Composer.module.css';
import { wordDiff } from './wordDiff';

/** How one text became another: what went is struck out, what came is marked; both are said to who cannot see it. */
export function TextDiff({ before, after }: { before: string; after: string }) {
  return (
    <div className={classes.diff}>
      {wordDiff(before, after).map((piece, place) =>
        piece.kind === 'gone' ? <del key={place}>{piece.text}</del> : piece.kind === 'new' ? <ins key={place}>{piece.text}</ins> : <span key={place}>{piece.text}</span>,
      )}
    </div>
  );
}
