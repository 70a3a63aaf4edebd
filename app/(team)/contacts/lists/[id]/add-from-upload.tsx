"use client";

import { Button } from "@mantine/core";
import { IconFileSpreadsheet } from "@tabler/icons-react";
import Link from "next/link";
import { useAct } from "@/app/ui/act/use-act";
import look from "@/app/ui/look/look.module.css";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { sayCount } from "@/app/ui/words/count-words";
import type { AddableUpload } from "@/lib/lists/add-upload";
import classes from "../../frame.module.css";
import { addUploadAction } from "../actions";

/** Adds everybody of a file that was brought in before. */
export function AddFromUpload({ listId, uploads }: { listId: string; uploads: AddableUpload[] }) {
  const { act, busy, problem } = useAct();
  const add = (upload: AddableUpload) =>
    act(
      () => addUploadAction({ listId, uploadId: upload.id }),
      () => toast(`${upload.missing.toLocaleString("en")} of ${upload.fileName} added.`),
    );
  return (
    <section aria-labelledby="add-from-upload">
      <h2 id="add-from-upload">Add from an upload</h2>
      {uploads.length > 0 && <p>Who is here already is not added twice.</p>}
      <ul className={classes.uploads}>
        {uploads.map((upload) => (
          <li key={upload.id}>
            <IconFileSpreadsheet size={18} stroke={1.7} aria-hidden />
            <span className={look.cut} title={upload.fileName}>
              {upload.fileName}
              <small className={look.second}>{sayCount(upload.people, "person", "people")}</small>
            </span>
            {upload.missing > 0 ? (
              <Button
                variant="default"
                size="compact-sm"
                disabled={busy}
                aria-busy={busy}
                aria-label={`Add ${upload.missing.toLocaleString("en")} of ${upload.fileName}`}
                onClick={() => add(upload)}
              >
                Add {upload.missing.toLocaleString("en")}
              </Button>
            ) : (
              <small className={look.second}>all here</small>
            )}
          </li>
        ))}
      </ul>
      <Link href="/contacts/import">{uploads.length > 0 ? "Upload another file" : "Upload a file"}</Link>
      <Problem className={classes.problem}>{problem}</Problem>
    </section>
  );
}
