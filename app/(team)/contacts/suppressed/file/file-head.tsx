import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import frame from "../../frame.module.css";
import classes from "../../import/import.module.css";

const stages = ["File", "Whom it stops", "Done"];

/** Where a file of suppressions is, and what can be done with it. `h1` unless the page has a verdict of its own. */
export function FileHead({ title, stage, children }: { title: ReactNode; stage: number; children?: ReactNode }) {
  return (
    <header className={`${frame.head} ${classes.head}`}>
      <Link href="/contacts/suppressed" className={frame.crumb}>
        Suppressed
      </Link>
      <IconChevronRight size={16} stroke={1.7} aria-hidden />
      {title}
      <ol className={classes.stages} aria-label="How far it is">
        {stages.map((name, place) => (
          <li key={name} aria-current={place === stage ? "step" : undefined}>
            {place > 0 && <IconChevronRight size={16} stroke={1.7} aria-hidden />}
            {place < stage && <IconCheck size={16} stroke={2} color="var(--seal)" aria-label="done" />}
            {place === 0 && stage > 0 ? <Link href="/contacts/suppressed/file">{name}</Link> : name}
          </li>
        ))}
      </ol>
      {children && <div className={frame.acts}>{children}</div>}
    </header>
  );
}
