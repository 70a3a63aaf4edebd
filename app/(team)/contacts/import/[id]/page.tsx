import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import type { Metadata } from "next";
import Link from "next/link";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/team/rights";
import { previewUpload } from "@/lib/uploads/preview-upload";
import { readResult } from "@/lib/uploads/list-uploads";
import classes from "../../contacts.module.css";
import { Columns } from "./columns";
import { Result } from "./result";
import { Running } from "./running";

export const metadata: Metadata = { title: "Import contacts" };

export default async function ImportedPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const scope = { teamId: member.teamId, memberId: member.memberId };
  const id = idOrNotFound((await params).id);
  const { upload, refused } = await orNotFound(readResult(scope, id));
  const stage = upload.status === "pending" ? "columns" : "result";
  const mayEdit = hasRight(member.role, "contacts:edit");
  const { fileName } = upload;
  return (
    <div className={classes.fill}>
      <header className={classes.head}>
        <nav aria-label="Where you are" className={classes.crumbs}>
          <Link href="/contacts">Contacts</Link>
          <IconChevronRight size={16} stroke={1.7} aria-hidden />
        </nav>
        <h1 className={classes.title}>Import {fileName}</h1>
        <ol className={classes.stages} aria-label="How far it is">
          <li>
            <IconCheck size={16} stroke={1.7} color="var(--seal)" aria-hidden /> File
          </li>
          <li aria-current={stage === "columns" ? "step" : undefined}>
            {stage === "result" && <IconCheck size={16} stroke={1.7} color="var(--seal)" aria-hidden />} Columns
          </li>
          <li aria-current={stage === "result" ? "step" : undefined}>Result</li>
        </ol>
      </header>
      {upload.status === "pending" && <Columns preview={await previewUpload(scope, id)} mayEdit={mayEdit} />}
      {upload.status === "processing" && (
        <Running
          uploadId={id}
          done={upload.processedContacts ?? 0}
          total={upload.totalContacts ?? 0}
          startedAt={upload.startedAt?.toISOString() ?? null}
          mayEdit={mayEdit}
        />
      )}
      {(upload.status === "completed" || upload.status === "failed") && (
        <Result upload={upload} refused={refused} timezone={member.timezone} />
      )}
    </div>
  );
}
