import { Button } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconClock, IconQuestionMark } from "@tabler/icons-react";
import { Letter } from "@/app/ui/letter/letter";
import { sayCount } from "@/app/ui/words/count-words";
import type { Copy } from "@/lib/drafts/review/read-copy";
import type { DifferenceField } from "@/lib/mail/compare/shown-mail";
import classes from "./sent-copy.module.css";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

const fieldNames: Record<DifferenceField, string> = {
  recipients: "Recipients",
  from: "Sender",
  subject: "Subject",
  words: "Words",
  links: "Links",
  attachments: "Attachments",
  settings: "Settings",
  markup: "Look",
};

/** Under the seal: how the copy in Sent Items compares with what was signed, and the question where somebody must say. */
export function SentCopy({ copy, onSeen }: { copy: Copy; onSeen: (() => void) | null }) {
  const { verdict, changes, found } = copy;
  const isOpen = found !== null && found.settled === null;
  const Icon =
    verdict === "different"
      ? IconAlertTriangle
      : verdict === "asked"
        ? IconQuestionMark
        : isCompared(copy)
          ? IconCheck
          : IconClock;
  return (
    <section className={classes.copy} data-verdict={verdict} aria-label="The copy in Sent Items">
      <p className={classes.verdict}>
        <Icon {...icon} /> <strong>{sayVerdict(copy)}</strong> {copy.at && <span>{copy.at}</span>}
      </p>
      {verdict === "different" && isOpen && (
        <p className={classes.about}>
          The campaign was paused for it, and further mails to this contact wait until somebody has seen it.
        </p>
      )}
      {changes.length > 0 && (
        <details className={classes.list}>
          <summary>What Exchange changed</summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      )}
      {found && (
        <details className={classes.list} open={isOpen}>
          <summary>In what it differs</summary>
          <dl>
            {found.differences.map(({ field, before, after }) => (
              <div key={`${field} ${before} ${after}`}>
                <dt>{fieldNames[field]}</dt>
                <dd>
                  <span>Signed</span>
                  <del dir="auto">{before || "nothing"}</del>
                </dd>
                <dd>
                  <span>In Sent Items</span>
                  <ins dir="auto">{after || "nothing"}</ins>
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {found && (
        <details className={classes.list}>
          <summary>Both texts in one</summary>
          <div className={classes.texts}>
            <Letter
              subject={found.subject}
              subjectBefore={found.subjectBefore}
              fromName={found.fromName}
              from={found.from}
              to={found.to}
              html={found.bothHtml}
            />
          </div>
        </details>
      )}
      {found?.settled && (
        <p className={classes.about}>
          Seen by {found.settled.by}, {found.settled.at}
        </p>
      )}
      {isOpen && onSeen && (
        <Button size="xs" variant="default" onClick={() => onSeen()}>
          {verdict === "asked" ? "It is fine" : "Seen, let it go on"}
        </Button>
      )}
      {verdict === "never" && (
        <p className={classes.about}>Its copy could not be read, or it left before sent copies were compared.</p>
      )}
      {isCompared(copy) && (
        <p className={classes.about}>Compared with the copy in Sent Items. What servers add on the way is not in it.</p>
      )}
    </section>
  );
}

const isCompared = ({ verdict }: Copy) => verdict !== "waits" && verdict !== "never";

function sayVerdict({ verdict, changes, found }: Copy): string {
  if (verdict === "equal") return "Sent copy is the same";
  if (verdict === "explained") {
    const count = changes.length + (found?.differences.length ?? 0);
    return `Sent copy is the same but for ${sayCount(count, "harmless change", "harmless changes")}`;
  }
  if (verdict === "asked") return "Sent copy is a little different. Is that fine?";
  if (verdict === "different") return "Sent copy differs";
  return verdict === "waits" ? "Not compared yet" : "Not compared";
}
