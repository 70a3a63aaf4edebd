import classes from "./columns.module.css";

type Props = {
  /** The earlier file, and the day it was imported. */
  fileName: string;
  day: string;
  /** Which of both is chosen; null: something else by now. */
  as: "remembered" | "found" | null;
  onTake: ((which: "remembered" | "found") => void) | null;
};

/** Says that the columns are those of an earlier file of the same header, and leads back to what was found. */
export function RememberedColumns({ fileName, day, as, onTake }: Props) {
  const earlier = `as in ${fileName}, ${day}`;
  return (
    <p className={classes.remembered}>
      <span title={earlier}>
        {as === "found" ? "Columns as found in this file" : `Columns ${earlier}${as === null ? ", changed" : ""}`}
      </span>
      {onTake && as !== "found" && (
        <button type="button" onClick={() => onTake("found")}>
          As found
        </button>
      )}
      {onTake && as === "found" && (
        <button type="button" title={`Columns ${earlier}`} onClick={() => onTake("remembered")}>
          As before
        </button>
      )}
    </p>
  );
}
