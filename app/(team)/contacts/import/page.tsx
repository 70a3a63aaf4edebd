import type { Metadata } from "next";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/team/rights";
import { listUploads } from "@/lib/uploads/list-uploads";
import classes from "../contacts.module.css";
import { DropFile } from "./drop-file";

export const metadata: Metadata = { title: "Import contacts" };

export default async function ImportPage() {
  const member = await requireMember();
  const uploads = await listUploads({ teamId: member.teamId, memberId: member.memberId });
  return (
    <div className={classes.narrow}>
      <h1 className={classes.verdict}>Choose a file with your contacts</h1>
      <p className={classes.lead}>
        A CSV as any program saves it: with commas, semicolons or tabs, the first line naming the columns. Nothing becomes a
        contact before you have seen the columns.
      </p>
      {hasRight(member.role, "contacts:edit") ? (
        <DropFile />
      ) : (
        <p className={classes.lead}>Your role reads contacts only. A member can import.</p>
      )}
      {uploads.length > 0 && (
        <section aria-label="Imports before">
          <h2 className={classes.small}>Imports before</h2>
          <ul className={classes.plainList}>
            {uploads.map((upload) => (
              <li key={upload.id}>
                <Link href={`/contacts/import/${upload.id}`}>{upload.fileName}</Link>
                <span>
                  {(upload.totalContacts ?? 0).toLocaleString("en")} rows, {stateOf(upload)}
                </span>
                <Moment at={upload.createdAt} timeZone={member.timezone} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function stateOf(upload: { status: string | null; cancelledAt: Date | null; createdCount: number }): string {
  if (upload.cancelledAt) return "cancelled";
  if (upload.status === "pending") return "waits for its columns";
  if (upload.status === "processing") return "being imported";
  return `${upload.createdCount.toLocaleString("en")} created`;
}
