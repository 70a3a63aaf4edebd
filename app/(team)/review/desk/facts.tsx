import { IconBuilding, IconChevronDown, IconFile, IconMail } from "@tabler/icons-react";
import Link from "next/link";
import { useState } from "react";
import { CheckList } from "@/app/ui/checks/check-list";
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

/** What a signature waits for where it is given all the same; the other warnings only tell. */
const waitsUntilThen = ["mailbox", "elsewhere"];

function Checks({ view, onEdit }: { view: DraftView; onEdit: (() => void) | null }) {
  const about = ({ name, blocking }: DraftView["checks"][number]) => (
    <>
      {blocking
        ? "This must be put right before the draft can be signed."
        : waitsUntilThen.includes(name)
          ? "You may sign; it waits until then."
          : "You may sign all the same."}{" "}
      {onEdit && ["fields", "subject"].includes(name) && (
        <button type="button" onClick={onEdit}>
          Edit it
        </button>
      )}
    </>
  );
  const checks = view.checks.map((check) => ({ ...check, key: check.name, title: check.sentence, about: about(check) }));
  return <CheckList most={shownChecks} checks={checks} />;
}

function Contact({ view }: { view: DraftView }) {
  const { contact } = view;
  const [all, setAll] = useState(false);
  const fields = all ? contact.fields : contact.fields.slice(0, shownFields);
  return (
    <section className={classes.part} aria-label="Contact">
      <h2>
        <Link href={`/contacts/${contact.id}`} prefetch={false}>
          <bdi>{contact.name}</bdi>
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
