import clsx from "clsx";
import type { ReactNode } from "react";
import classes from "./held.module.css";

type Props = { icon: ReactNode; title: ReactNode; lines?: ReactNode; acts?: ReactNode; red?: boolean; children?: ReactNode };

/** What stands above everything else about a person: what holds, what can be done, and below the line the words it was read from. */
export function Card({ icon, title, lines, acts, red = false, children }: Props) {
  return (
    <section className={clsx(classes.card, red && classes.red)}>
      <span className={classes.icon}>{icon}</span>
      <div className={classes.top}>
        <div className={classes.words}>
          <h2>{title}</h2>
          {lines}
        </div>
        {acts && <div className={classes.acts}>{acts}</div>}
      </div>
      {children && <div className={classes.source}>{children}</div>}
    </section>
  );
}
