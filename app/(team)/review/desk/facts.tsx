import { IconAlertTriangle, IconBuilding, IconCheck, IconChevronDown, IconFile, IconMail } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import classes from "./facts.module.css";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;
const shownFields = 5;
const shownChecks = 4;

/** Beside the letter: the checks, the contact, and how the draft came to be and what follows. */
export function Facts({ view, onEdit }: { view: DraftView; onEdit: (() => void) | null }) {
  return (
    <>
      {view.state === "to sign" && <Checks view={view} onEdit={onEdit} />}
      <Contact view={view} />
      <Story view={view} />
    </>
  );
}

function Checks({ view, onEdit }: { view: DraftView; onEdit: (() => void) | null }) {
  const [all, setAll] = useState(false);
  const failed = view.checks.filter((check) => !check.passes);
  const passed = view.checks.filter((check) => check.passes);
  const shown = all ? passed : passed.slice(0, shownChecks);
  return (
    <section className={classes.part} aria-label="Checks">
      <div className={classes.title}>
        <h2>Checks</h2>
        <span>
          {passed.length} of {view.checks.length} pass
        </span>
      </div>
      {failed.map((check) => (
        <div key={check.name} className={check.blocking ? classes.stops : classes.warns}>
          <IconAlertTriangle {...icon} />
          <div>
            <strong>{check.sentence}</strong>
            <span>
              {check.blocking ? "This must be put right before the draft can be signed." : "You may sign; it waits until then."}{" "}
              {onEdit && ["fields", "subject"].includes(check.name) && (
                <button type="button" onClick={onEdit}>
                  Edit it
                </button>
              )}
            </span>
          </div>
        </div>
      ))}
      <ul className={classes.checks}>
        {shown.map((check) => (
          <li key={check.name}>
            <IconCheck {...icon} color="var(--seal)" />
            {check.sentence}
          </li>
        ))}
      </ul>
      {!all && passed.length > shown.length && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {passed.length - shown.length} more <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </button>
      )}
    </section>
  );
}

function Contact({ view }: { view: DraftView }) {
  const { contact } = view;
  const [all, setAll] = useState(false);
  const fields = all ? contact.fields : contact.fields.slice(0, shownFields);
  return (
    <section className={classes.part} aria-label="Contact">
      <h2>
        <Link href={`/contacts/${contact.id}`} prefetch={false}>
          {contact.name}
        </Link>
      </h2>
      <ul className={classes.facts}>
        {contact.company && (
          <li>
            <IconBuilding {...icon} />
            {contact.company}
          </li>
        )}
        <li>
          <IconMail {...icon} />
          {contact.email}
        </li>
        <li className={classes.quiet}>
          <IconFile {...icon} />
          {contact.source}
        </li>
      </ul>
      {fields.length > 0 && (
        <dl className={classes.fields}>
          {fields.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {!all && contact.fields.length > shownFields && (
        <button type="button" className={classes.more} onClick={() => setAll(true)}>
          {contact.fields.length - shownFields} more <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </button>
      )}
    </section>
  );
}

function Story({ view }: { view: DraftView }) {
  return (
    <section className={classes.part} aria-label="What happened, what follows">
      <h2>What happened, what follows</h2>
      <ol className={classes.story}>
        {view.story.map((line) => (
          <li key={`${line.what} ${line.at}`} data-tone={line.tone}>
            <span className={classes.dot} aria-hidden />
            <span>{line.what}</span>
            <span className={classes.when}>{line.at}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
