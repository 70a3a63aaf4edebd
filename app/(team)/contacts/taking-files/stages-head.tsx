import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import type { ReactNode } from "react";
import frame from "../frame.module.css";
import classes from "../import/import.module.css";

type Props = {
  /** The page it belongs to. */
  above: { name: string; href: string };
  /** Where the first of its stages is. */
  start: string;
  stages: readonly string[];
  stage: number;
  /** `h1` unless the page has a verdict of its own. */
  title: ReactNode;
  children?: ReactNode;
};

/** Where a file is that is taken over stage by stage, and what can be done with it. */
export function StagesHead({ above, start, stages, stage, title, children }: Props) {
  return (
    <header className={`${frame.head} ${classes.head}`}>
      <Link href={above.href} className={frame.crumb}>
        {above.name}
      </Link>
      <IconChevronRight size={16} stroke={1.7} aria-hidden />
      {title}
      <ol className={classes.stages} aria-label="How far it is">
        {stages.map((name, place) => (
          <li key={name} aria-current={place === stage ? "step" : undefined}>
            {place > 0 && <IconChevronRight size={16} stroke={1.7} aria-hidden />}
            {place < stage && <IconCheck size={16} stroke={2} color="var(--seal)" aria-label="done" />}
            {place === 0 && stage > 0 ? <Link href={start}>{name}</Link> : name}
          </li>
        ))}
      </ol>
      {children && <div className={frame.acts}>{children}</div>}
    </header>
  );
}
