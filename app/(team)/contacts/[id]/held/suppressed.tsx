import { IconBan } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import { Moment } from "@/app/ui/words/moment";
import type { ContactView } from "@/lib/contacts/open-contact";
import type { SuppressionSource } from "@/lib/suppressions/read-source";
import { nameSuppression } from "../name-suppression";
import { Card } from "./card";
import classes from "./held.module.css";
import { OpenAnswer } from "./open-answer";
import { Quoted } from "./quoted";

type Props = {
  suppressed: NonNullable<ContactView["suppressed"]>;
  source: SuppressionSource;
  timezone: string;
  now: Date;
  mayLift: boolean;
};

/** Why somebody gets no mail at all, since when, and the words that say so where there are any. */
export function Suppressed({ suppressed, source, timezone, now, mayLift }: Props) {
  const { by, note, file, entry, message } = source;
  return (
    <Card
      red
      icon={<IconBan size={24} stroke={1.6} aria-hidden />}
      title="Gets no mail from your team"
      lines={
        <>
          <p>
            {entry ? (
              <>
                By the {entry.kind}{" "}
                <Link href={{ pathname: "/contacts/suppressed", query: { q: entry.text } }}>{entry.text}</Link>, which stops{" "}
                {sayCount(entry.people, "contact", "contacts")}; added
              </>
            ) : (
              nameSuppression(suppressed.reason)
            )}
            {by && `${entry ? "" : ","} by ${by}`}, <Moment at={suppressed.since} timeZone={timezone} now={now} />.{" "}
            {mayLift ? "It can be lifted with a reason." : "Only an administrator of your team can lift it, with a reason."}
          </p>
          {(note ?? file) && <p>{note ?? `From the file ${file}.`}</p>}
        </>
      }
    >
      {message && (
        <>
          <Quoted text={message.sentence} />
          <div className={classes.foot}>
            <p>
              {suppressed.reason === "asked in a reply" ? "Their answer of" : "The report of"}{" "}
              <Moment at={message.receivedAt} timeZone={timezone} now={now} />.
            </p>
            <OpenAnswer
              messageId={message.id}
              snippet={null}
              what={suppressed.reason === "asked in a reply" ? "answer" : "report"}
            />
          </div>
        </>
      )}
    </Card>
  );
}
