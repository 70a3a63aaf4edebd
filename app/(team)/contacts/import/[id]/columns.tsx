"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import type { Mapping, Target } from "@/lib/columns/mapping";
import { slugHeaders } from "@/lib/columns/slug-headers";
import type { CountedFile } from "@/lib/uploads/count/counted-file";
import type { UploadPreview } from "@/lib/uploads/preview-upload";
import frame from "../../frame.module.css";
import { cancelUploadAction } from "../actions";
import { ImportHead } from "../import-head";
import { BeginImport } from "./begin-import";
import classes from "./columns.module.css";
import { Decisions } from "./decisions";
import { ListDecision } from "./list-decision";
import { countRowsAction } from "./look-actions";
import { MappingList } from "./mapping-list";
import { OptedOutOffer } from "./opted-out/offer";
import { PreviewCard } from "./preview-card";
import { PreviewTable } from "./preview-table";
import { RememberedColumns } from "./remembered-columns";
import { showRows } from "./show-rows";
import { sayUnusual } from "./unusual/say-unusual";
import { type Policy, useForeseen } from "./use-foreseen";
import { type FirstList, useList } from "./use-list";

/** `earlierDay`: when that was imported whose columns these are. */
type Props = { preview: UploadPreview; mayEdit: boolean; firstList: FirstList; earlierDay: string };

/** What each column becomes, and the first rows as they will become contacts. */
export function Columns({ preview, mayEdit, firstList, earlierDay }: Props) {
  const { upload } = preview;
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [targets, setTargets] = useState<Target[]>(upload.mapping.map((one) => one.target));
  const [recounted, setRecounted] = useState<CountedFile | null>(null);
  const [known, setKnown] = useState<(Policy | null)[]>(upload.mapping.map((one) => one.known ?? null));
  const [knownPolicy, setPolicy] = useState<Policy>("fill");
  const list = useList(firstList, problem);
  const headers = upload.headers ?? [];
  const slugs = slugHeaders(headers);
  const total = upload.totalContacts ?? 0;
  const email = targets.indexOf("email");
  // The file is counted behind, and the page told: what was counted for another choice of columns is none of this one’s.
  const counts = [recounted, upload.counted].find((one) => one?.column === email) ?? null;
  const unusual = counts && sayUnusual(counts);
  const rows = showRows(upload.mapping, targets, preview.rows, counts?.knownFirst ?? []);

  const chosen = { targets, known, knownPolicy };
  const foreseen = useForeseen(upload.id, mayEdit && counts && counts.known > 0 ? chosen : null);
  const { remembered } = upload.findings;

  const take = (next: Target[]) => {
    setTargets(next);
    const now = next.indexOf("email");
    if (now >= 0 && now !== email && now !== upload.counted?.column)
      act(async () => {
        const counted = await countRowsAction({ uploadId: upload.id, column: now });
        if (counted.ok) setRecounted(counted.data);
        return counted;
      });
  };
  const choose = (column: number, target: Target) => {
    // One column alone is the email; the one that was becomes a field again.
    const taken = target === "skip" ? -1 : targets.indexOf(target);
    take(targets.map((one, at) => (at === column ? target : at === taken ? (`field:${slugs[at]}` as Target) : one)));
  };
  const takeAs = (mapping: Mapping) => {
    setKnown(mapping.map((one) => one.known ?? null));
    take(mapping.map((one) => one.target));
  };
  const isAs = (mapping: Mapping) =>
    mapping.every((one, at) => one.target === targets[at] && (one.known ?? null) === (known[at] ?? null));
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
              given={{ uploadId: upload.id, ...chosen, list: list.into }}
              isNamed={list.name === null || list.into !== null}
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
          {mayEdit && counts && counts.known > 0 && (
            <Decisions known={counts.known} chosen={chosen} foreseen={foreseen} onPolicy={setPolicy} />
          )}
          {mayEdit && <ListDecision {...list} />}
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
          known={mayEdit && counts && counts.known > 0 ? { chosen, foreseen } : null}
          onRule={(column, rule) => setKnown(known.map((one, at) => (at === column ? rule : one)))}
        >
          {remembered && (
            <RememberedColumns
              fileName={remembered.fileName}
              day={earlierDay}
              as={isAs(upload.mapping) ? "remembered" : isAs(remembered.found) ? "found" : null}
              onTake={mayEdit ? (which) => takeAs(which === "found" ? remembered.found : upload.mapping) : null}
            />
          )}
        </MappingList>
      </div>
    </div>
  );
}
