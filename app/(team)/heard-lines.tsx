import { IconFlag, IconMailQuestion } from "@tabler/icons-react";
import Link from "next/link";
import type { Heard } from "@/lib/analytics/read-today";
import classes from "./today.module.css";

const number = (value: number) => value.toLocaleString("en");
const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;

/** What the mailboxes told besides the work of the day: who complained, and what belongs to nobody yet. Nothing where there is nothing. */
export function HeardLines({ heard: { complaints, unplaced } }: { heard: Heard }) {
  if (complaints.length === 0 && unplaced.length === 0) return null;
  const people = new Set(complaints.map((one) => one.contactId)).size;
  const [latest] = complaints;
  return (
    <ul className={classes.heard} aria-label="What the mailboxes told">
      {latest && (
        <li>
          <IconFlag {...icon} />
          <span>
            {people === 1 ? "1 person complained. They get" : `${number(people)} people complained. They get`} no more mail.
          </span>
          <Link href={people === 1 ? `/contacts/${latest.contactId}` : "/contacts/suppressed"}>
            {people === 1 ? latest.name : "See who"}
          </Link>
        </li>
      )}
      {unplaced.map((one) => (
        <li key={one.senderAccountId}>
          <IconMailQuestion {...icon} />
          <span>
            {one.count === 1 ? "1 message belongs" : `${number(one.count)} messages belong`} to nobody yet
            {unplaced.length > 1 && `, in ${one.email}`}.
          </span>
          <Link href={`/replies?show=other&mailbox=${one.senderAccountId}`}>Look</Link>
        </li>
      ))}
    </ul>
  );
}
