"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import type { Target } from "@/lib/columns/mapping";
import { slugHeaders } from "@/lib/columns/slug-headers";
import type { CountedFile } from "@/lib/uploads/count/counted-file";
import type { UploadPreview } from "@/lib/uploads/preview-upload";
import frame from "../../frame.module.css";
import { cancelUploadAction, countRowsAction } from "../actions";
import { ImportHead } from "../import-head";
import { BeginImport } from "./begin-import";
import classes from "./columns.module.css";
import { Decisions, type Policy } from "./decisions";
import { MappingList } from "./mapping-list";
import { OptedOutOffer } from "./opted-out/offer";
import { PreviewCard } from "./preview-card";
import { PreviewTable } from "./preview-table";
import { showRows } from "./show-rows";
import { sayUnusual } from "./unusual/say-unusual";

type Props = { preview: UploadPreview; mayEdit: boolean; day: string };

/** What each column becomes, and the first rows as they will become contacts. */
export function Columns({ preview, mayEdit, day }: Props) {
  const { upload } = preview;
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [targets, setTargets] = useState<Target[]>(upload.mapping.map((one) => one.target));
  const [recounted, setRecounted] = useState<CountedFile | null>(null);
  const [policy, setPolicy] = useState<Policy>("fill");
  const [list, setList] = useState<string | null>(`${upload.fileName.replace(/\.(csv|tsv|txt)$/i, "").slice(0, 100)}, ${day}`);
  const headers = upload.headers ?? [];
  const slugs = slugHeaders(headers);
  const total = upload.totalContacts ?? 0;
  const email = targets.indexOf("email");
  // The file is counted behind, and the page told: what was counted for another choice of columns is none of this one’s.
  const counts = [recounted, upload.counted].find((one) => one?.column === email) ?? null;
  const unusual = counts && sayUnusual(counts);
  const rows = showRows(upload.mapping, targets, preview.rows, counts?.knownFirst ?? []);

  const choose = (column: number, target: Target) => {
    // One column alone is the email; the one that was becomes a field again.
    const taken = target === "skip" ? -1 : targets.indexOf(target);
    const next = targets.map((one, at) => (at === column ? target : at === taken ? (`field:${slugs[at]}` as Target) : one));
    setTargets(next);
    const now = next.indexOf("email");
    if (now >= 0 && now !== email && now !== upload.counted?.column)
      act(async () => {
        const counted = await countRowsAction({ uploadId: upload.id, column: now });
        if (counted.ok) setRecounted(counted.data);
        return counted;
      });
  };
  const back = () =>
    act(
      () => cancelUploadAction({ uploadId: upload.id }),
      () => router.push("/contacts/import"),
    );
  const sum =
    counts === null ? (
      "counting"
    ) : (
      <>
        <strong>{counts.fresh.toLocaleString("en")}</strong> new, <strong>{counts.known.toLocaleString("en")}</strong> known,{" "}
        <strong className={counts.refused > 0 ? classes.red : undefined}>{counts.refused.toLocaleString("en")}</strong> refused
      </>
    );
  return (
    <div className={frame.frame}>
      <ImportHead title={<h1>Import {upload.fileName}</h1>} stage="Columns" isRead={upload.findings.doubts.length > 0}>
        {mayEdit && (
          <>
            <Button variant="default" h={36} disabled={busy} onClick={back}>
              Back
            </Button>
            <BeginImport
              act={act}
              busy={busy}
              total={upload.counted?.rows ?? null}
              reading={upload.reading}
              given={{ uploadId: upload.id, targets, knownPolicy: policy, listName: list }}
            />
          </>
        )}
      </ImportHead>
      <div className={classes.columns}>
        <section className={classes.outcome} aria-label="What it becomes">
          <Problem ground className={classes.problem}>
            {problem}
          </Problem>
          <Problem ground className={classes.problem}>
            {email < 0 && "Choose the column that holds the email address."}
          </Problem>
          <OptedOutOffer upload={upload} counts={counts} mayEdit={mayEdit} className={classes.offer} />
          <PreviewCard rows={rows} sum={sum} total={total} refused={counts?.refused ?? 0} />
          {mayEdit && <Decisions known={counts?.known ?? 0} policy={policy} onPolicy={setPolicy} list={list} onList={setList} />}
          {unusual && (
            <p className={classes.decision}>
              <span>
                <strong>{unusual}</strong>
                <small>Such addresses come in as all others do. The result lists which.</small>
              </span>
            </p>
          )}
          <div className={classes.rowHead}>
            <h2>The first {rows.length} as they will become contacts</h2>
            <span aria-live="polite">{sum}</span>
          </div>
          <PreviewTable rows={rows} />
        </section>
        <MappingList
          upload={upload}
          example={preview.rows[0]?.cells ?? []}
          slugs={slugs}
          targets={targets}
          onChoose={mayEdit ? choose : null}
        />
      </div>
    </div>
  );
}
