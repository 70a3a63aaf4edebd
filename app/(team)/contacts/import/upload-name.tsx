import Link from "next/link";
import look from "@/app/ui/look/look.module.css";
import { sayCount } from "@/app/ui/words/count-words";
import type { PastUpload } from "@/lib/uploads/list-uploads";

/** The name of an imported file, which opens it, over how many rows it has. */
export function UploadName({ upload }: { upload: PastUpload }) {
  return (
    <>
      <Link href={`/contacts/import/${upload.id}`} prefetch={false} className={look.opens} title={upload.fileName}>
        {upload.fileName}
      </Link>
      <small>
        {sayCount(upload.totalContacts ?? 0, "row", "rows")}
        {upload.cancelledAt && `, cancelled after ${(upload.processedContacts ?? 0).toLocaleString("en")}`}
      </small>
    </>
  );
}
