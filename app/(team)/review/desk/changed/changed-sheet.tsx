"use client";

import { SegmentedControl } from "@mantine/core";
import { IconArrowRight, IconHandStop, IconInbox, IconMailExclamation, IconPencil, IconSend } from "@tabler/icons-react";
import { useState } from "react";
import { Letter } from "@/app/ui/letter/letter";
import type { ChangedView } from "@/lib/drafts/changed/read-changed";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { SealBlock } from "../letter/seal-block";
import classes from "./changed.module.css";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;
const titles: Record<ChangedView["kind"], string> = {
  changed: "It was changed in Outlook after it was signed, so it did not leave",
  deleted: "Its draft was deleted in Outlook, so it did not leave",
  "sent by hand": "It was sent from Outlook, not as signed",
};

/** A mail that its mailbox's owner changed, deleted or sent in Outlook: that it did not leave as signed, then both texts. */
export function ChangedSheet({ view, changed }: { view: DraftView; changed: ChangedView }) {
  const [look, setLook] = useState<"side" | "one">("side");
  const { kind } = changed;
  return (
    <>
      <header className={classes.bar}>
        <span className={classes.facts}>
          <span className={classes.step}>
            {view.step ? `Step ${view.step.order} of ${view.step.of}, ${view.step.name}` : `By hand, ${view.hand?.by}`}
          </span>
          {kind === "sent by hand" ? "sent" : "was to leave"} <strong>{changed.foundAt}</strong>
        </span>
        {kind !== "deleted" && (
          <SegmentedControl
            size="xs"
            aria-label="Texts"
            className={classes.pick}
            value={look}
            onChange={(value) => setLook(value as "side" | "one")}
            data={[
              { value: "side", label: "Side by side" },
              { value: "one", label: "One text" },
            ]}
          />
        )}
      </header>
      <div role="alert" className={classes.banner}>
        <IconMailExclamation size={20} stroke={1.7} aria-hidden />
        <div>
          <strong>{titles[kind]}</strong>
          <p>{factsOf(view, changed)}</p>
        </div>
      </div>
      <Others changed={changed} />
      {kind === "deleted" ? (
        <LetterOf view={view} of={changed.signed} html={changed.signed.html}>
          {view.seal && <SealBlock seal={view.seal} />}
        </LetterOf>
      ) : (
        <>
          <div className={look === "side" ? classes.side : classes.hidden}>
            <section aria-label="As signed">
              <Head what="As signed" when={`${view.seal?.by ?? "Signed"}, ${changed.signedAt ?? ""}`} />
              <LetterOf view={view} of={changed.signed} html={changed.signed.html}>
                <Void view={view} changed={changed} />
              </LetterOf>
            </section>
            <section aria-label={kind === "changed" ? "As it lay in Outlook" : "As it was sent"}>
              <Head
                what={kind === "changed" ? "As it lay in Outlook" : "As it was sent"}
                when={changed.changedAt ? `last changed ${changed.changedAt}` : ""}
              />
              <LetterOf view={view} of={changed.found} html={changed.found.html}>
                <NoSeal kind={kind} />
              </LetterOf>
            </section>
          </div>
          <div className={look === "one" ? classes.one : classes.onPhone}>
            <LetterOf view={view} of={changed.found} before={changed.signed.subject} html={changed.bothHtml}>
              <Void view={view} changed={changed} />
            </LetterOf>
          </div>
        </>
      )}
      <Moments changed={changed} />
    </>
  );
}

function factsOf(view: DraftView, { kind, foundAt, differences }: ChangedView): string {
  const mailbox = `${view.from.split("@")[0]}@`;
  const places = `${differences.length} ${differences.length === 1 ? "place" : "places"}`;
  if (kind === "changed")
    return `At ${foundAt} the draft in ${mailbox} differed in ${places}. It was taken out of Drafts, so that nobody sends it by hand.`;
  if (kind === "deleted")
    return `At ${foundAt} it did not lie among the drafts of ${mailbox} any more. Nothing is made anew by itself.`;
  return `At ${foundAt} it stood among the sent mails of ${mailbox} and differed in ${places}. What follows it waits until somebody has seen that.`;
}

/** What no text shows: recipients, sender, links, files and settings. */
function Others({ changed }: { changed: ChangedView }) {
  const others = changed.differences.filter(({ field }) =>
    ["recipients", "from", "links", "attachments", "settings"].includes(field),
  );
  if (others.length === 0) return null;
  const isTaken = changed.kind !== "changed" || others.every(({ field }) => field === "links");
  return (
    <ul className={classes.others} aria-label="Recipients, links and files">
      {others.map(({ field, before, after }) => (
        <li key={`${field} ${before} ${after}`}>
          <span>
            {{ recipients: "Recipients", from: "Sender", links: "Link", settings: "Setting" }[field as string] ?? "File"}
          </span>
          {before && <del>{before}</del>} {after && <mark>{after}</mark>}
        </li>
      ))}
      {!isTaken && (
        <li>Recipients, sender and files are never taken over: whichever text you choose goes to {changed.signed.to}.</li>
      )}
    </ul>
  );
}

function Head({ what, when }: { what: string; when: string }) {
  return (
    <h3 className={classes.head}>
      {what} <span>{when}</span>
    </h3>
  );
}

type Of = ChangedView["signed"];

function LetterOf({
  view,
  of,
  before,
  html,
  children,
}: {
  view: DraftView;
  of: Of;
  before?: string;
  html: string;
  children: React.ReactNode;
}) {
  return (
    <Letter
      subject={of.subject}
      subjectBefore={before && before !== of.subject ? before : null}
      fromName={view.fromName}
      from={of.from}
      toName={of.to === view.contact.email ? view.contact.name : ""}
      to={of.to}
      html={html}
    >
      {children}
    </Letter>
  );
}

function Void({ view, changed }: { view: DraftView; changed: ChangedView }) {
  if (!view.seal) return null;
  const cause = changed.kind === "changed" ? "Changed in Outlook" : "Sent otherwise from Outlook";
  const at = changed.changedAt ? ` at ${changed.changedAt}` : "";
  return (
    <SealBlock seal={{ ...view.seal, void: view.seal.void ?? { cause: `${cause}${at}`, signedAt: changed.signedAt ?? "" } }} />
  );
}

function NoSeal({ kind }: { kind: ChangedView["kind"] }) {
  return (
    <div className={classes.unsigned}>
      <strong>No signature</strong>
      <p>Microsoft says when it was changed, not by whom.</p>
      <a
        href={`https://outlook.office.com/mail/${kind === "changed" ? "deleteditems" : "sentitems"}`}
        target="_blank"
        rel="noreferrer"
      >
        {kind === "changed" ? "Show it in Deleted Items" : "Show it in Sent Items"}
      </a>
    </div>
  );
}

function Moments({ changed: { kind, signedAt, madeAt, changedAt, foundAt } }: { changed: ChangedView }) {
  const moments = [
    { at: signedAt, what: "signed", sign: <IconPencil {...icon} /> },
    { at: madeAt, what: "laid into Outlook", sign: <IconInbox {...icon} /> },
    {
      at: changedAt,
      what: { changed: "changed there", deleted: "deleted there", "sent by hand": "sent there" }[kind],
      sign: kind === "sent by hand" ? <IconSend {...icon} /> : <IconPencil {...icon} />,
      isBreak: true,
    },
    {
      at: foundAt,
      what: kind === "sent by hand" ? "found, what follows held" : "compared, held",
      sign: <IconHandStop {...icon} />,
    },
  ].filter(({ at }) => at !== null);
  return (
    <ol className={classes.moments} aria-label="What happened">
      {moments.map(({ at, what, sign, isBreak }, index) => (
        <li key={what}>
          {index > 0 && <IconArrowRight {...icon} />}
          <span data-break={isBreak ?? false}>
            {sign} {at} {what}
          </span>
        </li>
      ))}
    </ol>
  );
}
