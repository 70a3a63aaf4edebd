import { IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { Moment } from "@/app/ui/words/moment";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { listUploads, type PastUpload } from "@/lib/uploads/list-uploads";
import frame from "../frame.module.css";
import { DropFile } from "./drop-file";
import classes from "./import.module.css";
import { ImportHead } from "./import-head";
import { Bar, Legend, partsOf } from "./outcome";
import { UploadName } from "./upload-name";

export const metadata: Metadata = { title: "Import · Contacts" };

export default async function ImportPage() {
  const member = await requireMember();
  const uploads = await listUploads(member);
  return (
    <>
      <ImportHead title={<h1>Import</h1>} stage="File" />
      <div className={classes.wide}>
        {hasRight(member.role, "contacts:edit") ? (
          <DropFile />
        ) : (
          <p className={classes.lead}>Your role reads contacts only. A member or an administrator of your team can import.</p>
        )}
        {uploads.length > 0 && (
          <section aria-labelledby="before">
            <div className={classes.beforeHead}>
              <h2 id="before">Imported before</h2>
              <Legend />
            </div>
            <ul className={classes.before}>
              {uploads.map((upload) => (
                <Before key={upload.id} upload={upload} timezone={member.timezone} />
              ))}
            </ul>
            <p className={classes.after}>
              <Link href="/contacts/imports" className={frame.inline}>
                All imports
              </Link>
              , and what can be taken back.
            </p>
          </section>
        )}
      </div>
    </>
  );
}

function Before({ upload, timezone }: { upload: PastUpload; timezone: string }) {
  const parts = partsOf(upload).filter((part) => part.count > 0);
  const people = upload.createdCount + upload.updatedCount + upload.unchangedCount;
  return (
    <li className={classes.past}>
      <span className={classes.cell}>
        <UploadName upload={upload} />
      </span>
      <span className={classes.cell}>
        {upload.status === "pending" && <em className={classes.waits}>Waits for somebody to look at its columns</em>}
        {upload.status === "processing" && <em>{(upload.processedContacts ?? 0).toLocaleString("en")} rows read so far</em>}
        {upload.status === "failed" && <em className={classes.red}>{upload.error}</em>}
        {upload.status === "completed" && (
          <>
            <Bar parts={parts} small />
            <small>
              {parts.map((part) => (
                <span key={part.name} className={part.tone === "refused" ? classes.red : undefined}>
                  <b>{part.count.toLocaleString("en")}</b> {part.name}
                </span>
              ))}
            </small>
          </>
        )}
      </span>
      <span className={classes.cell}>
        {upload.list && (
          <>
            {people.toLocaleString("en")} in{" "}
            <Link href={`/contacts/lists/${upload.list.id}`} prefetch={false} className={frame.inline}>
              {upload.list.name}
            </Link>
          </>
        )}
      </span>
      <span className={classes.cell}>
        {upload.by && `${upload.by}, `}
        <Moment at={upload.createdAt} timeZone={timezone} />
      </span>
      <IconChevronRight size={18} stroke={1.7} aria-hidden />
    </li>
  );
}
