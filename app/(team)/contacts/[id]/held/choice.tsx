import classes from "./held.module.css";

/** An item of a menu: what it was, and what follows from it. */
export function choice(what: string, about: string, onPick: () => void) {
  const words = (
    <>
      <span className={classes.choice}>{what}</span>
      <span className={classes.about}>{about}</span>
    </>
  );
  return { key: what, words, onPick };
}
