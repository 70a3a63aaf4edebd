import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import type { Findings } from "@/lib/files/reading/reading";
import { findSameName } from "@/lib/lists/find-same-name";
import { toTemporal } from "@/lib/schedule/clock/to-temporal";
import { formatTime } from "@/lib/schedule/words/format-time";
import { previewUpload } from "@/lib/uploads/preview-upload";
import { readReading } from "@/lib/uploads/read-reading";
import { readResult } from "@/lib/uploads/read-result";
import { wayBack } from "@/lib/uploads/taking/way-back";
import { readUnusual } from "@/lib/uploads/unusual/read-unusual";
import frame from "../../frame.module.css";
import { shortDay } from "../../imports/short-day";
import { ImportHead } from "../import-head";
import { Columns } from "./columns";
import { Reading } from "./reading/reading";
import { Result } from "./result";
import { Running } from "./running";
import { TakenBack } from "./taken/taken-back";

export const generateMetadata = titleOf("upload", "Contacts");

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ page?: string; step?: string }> };

export default async function ImportedPage({ params, searchParams }: Props) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const { page, step } = await searchParams;
  const result = await orNotFound(readResult(member, id, Number(page) || 1));
  const { upload } = result;
  const mayEdit = hasRight(member.role, "contacts:edit");
  const title = <span className={frame.title}>Import {upload.fileName}</span>;
  if (upload.status === "pending") {
    const doubts = (upload.findings as Findings | null)?.doubts ?? [];
    const isStopped = doubts.some((doubt) => doubt.blocks);
    if (step === "reading" || isStopped || (doubts.length > 0 && step !== "columns"))
      return <Reading view={await orNotFound(readReading(member, id))} mayEdit={mayEdit} />;
    const listName = `${upload.fileName.replace(/\.(csv|tsv|txt)$/i, "").slice(0, 100)}, ${shortDay(upload.createdAt, member.timezone)}`;
    const preview = await orNotFound(previewUpload(member, id));
    const { remembered } = preview.upload.findings;
    return (
      <Columns
        // Counting a large file may find its addresses in a column whose first rows had none.
        key={preview.upload.mapping.map((one) => one.target).join()}
        preview={preview}
        mayEdit={mayEdit}
        firstList={{ name: listName, same: mayEdit ? await findSameName(member, listName) : null }}
        earlierDay={remembered ? shortDay(new Date(remembered.at), member.timezone) : ""}
      />
    );
  }
  if (upload.status === "processing") {
    const reader = { now: toTemporal(new Date()), timeZone: member.timezone };
    const started = formatTime(toTemporal(upload.startedAt ?? upload.createdAt), reader);
    return <Running result={result} started={started} mayEdit={mayEdit} title={title} />;
  }
  if (upload.taking) return <TakenBack result={result} member={member} now={new Date()} />;
  return (
    <>
      <ImportHead title={title} stage="Result" />
      <Result
        result={result}
        unusual={await readUnusual(member, id)}
        timezone={member.timezone}
        whole={page !== undefined}
        mayEdit={mayEdit}
        mayTakeBack={mayEdit && wayBack(upload, new Date()) === "take"}
      />
    </>
  );
}
