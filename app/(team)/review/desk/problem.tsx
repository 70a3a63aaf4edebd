import classes from "./desk.module.css";
import type { Desk } from "./use-desk";

type Props = { problem: NonNullable<Desk["problem"]>; current: string | null; onShow: (id: string) => void };

/** What went wrong, with the way to the draft where that is another than the one that is open. */
export function Problem({ problem: { sentence, draftId }, current, onShow }: Props) {
  return (
    <p role="alert" className={classes.problem}>
      {sentence}{" "}
      {draftId && draftId !== current && (
        <button type="button" onClick={() => onShow(draftId)}>
          Show it
        </button>
      )}
    </p>
  );
}
