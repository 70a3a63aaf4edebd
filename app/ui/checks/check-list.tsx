import { IconAlertTriangle, IconCheck, IconChevronDown } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import classes from "./check-list.module.css";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** One thing that was looked at; `about` says what can be done where it fails. */
type Checked = { key: string; passes: boolean; blocking: boolean; title: string; about: ReactNode };

type Props = {
  checks: Checked[];
  /** So many that pass are shown before "more". */
  most: number;
  /** What stands there before anything was looked at. */
  none?: string;
};

/** What was looked at before a signature: what fails on top, with what can be done about it. */
export function CheckList({ checks, most, none }: Props) {
  const [all, setAll] = useState(false);
  const failed = checks.filter((check) => !check.passes);
  const passed = checks.filter((check) => check.passes);
  const shown = all ? passed : passed.slice(0, most);
  return (
    <section className={classes.part} aria-label="Checks">
      <div className={classes.title}>
        <h2>Checks</h2>
        <span>{checks.length > 0 && `${passed.length} of ${checks.length} pass`}</span>
      </div>
      {checks.length === 0 && none && <p className={classes.quiet}>{none}</p>}
      {failed.map((check) => (
        <div key={check.key} className={check.blocking ? classes.stops : classes.warns}>
          <IconAlertTriangle {...icon} />
          <div>
            <strong>{check.title}</strong>
            <span>{check.about}</span>
          </div>
        </div>
      ))}
      <ul className={classes.checks}>
        {shown.map((check) => (
          <li key={check.key}>
            <IconCheck {...icon} color="var(--seal)" />
            {check.title}
          </li>
        ))}
      </ul>
      {passed.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {passed.length - shown.length} more <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </button>
      )}
    </section>
  );
}
