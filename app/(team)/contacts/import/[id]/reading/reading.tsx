"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { sayCount } from "@/app/ui/words/count-words";
import type { Reading as How } from "@/lib/files/reading/reading";
import type { ReadingView } from "@/lib/uploads/read-reading";
import frame from "../../../frame.module.css";
import { cancelUploadAction } from "../../actions";
import { ImportHead } from "../../import-head";
import columns from "../columns.module.css";
import { OptedOutOffer } from "../opted-out/offer";
import { changeReadingAction } from "./actions";
import { Doubts } from "./doubts";
import { FallenRows } from "./fallen-rows";
import { RawLines } from "./raw-lines";
import classes from "./reading.module.css";
import { Settings } from "./settings";

type Props = { view: ReadingView; mayEdit: boolean };

/** How a file was read, why, and what becomes of its lines; every setting can be another, and what it does is seen at once. */
export function Reading({ view, mayEdit }: Props) {
  const { upload, lines, rows, names, count } = view;
  const router = useRouter();
  const { act, busy, problem } = useAct();
  // Here one stays, also where nothing is doubtful any more.
  const stay = () => router.replace(`/contacts/import/${upload.id}?step=reading`);
  const change = mayEdit
    ? (how: Partial<How>) => act(() => changeReadingAction({ uploadId: upload.id, change: how }), stay)
    : null;
  const blocked = upload.findings.doubts.some((doubt) => doubt.blocks);
  const goOn = () => router.push(`/contacts/import/${upload.id}?step=columns`);
  return (
    <div className={frame.frame}>
      <ImportHead title={<h1>Import {upload.fileName}</h1>} stage="Reading">
        {mayEdit && (
          <>
            <Button
              variant="default"
              h={36}
              disabled={busy}
              onClick={() =>
                act(
                  () => cancelUploadAction({ uploadId: upload.id }),
                  () => router.push("/contacts/import"),
                )
              }
            >
              Back
            </Button>
            <Button
              className={columns.begin}
              color="var(--ink)"
              c="var(--on-primary)"
              h={36}
              loading={busy}
              disabled={blocked || count === 0}
              onClick={goOn}
            >
              Go on with {count === null ? "this" : sayCount(count, "row", "rows")}
            </Button>
          </>
        )}
      </ImportHead>
      <div className={columns.columns}>
        <section className={`${columns.outcome} ${classes.main}`} aria-label="What becomes of the file">
          <Problem ground className={classes.problem}>
            {problem}
          </Problem>
          <OptedOutOffer upload={upload} counts={upload.counted} mayEdit={mayEdit} className={classes.offer} />
          <Doubts doubts={upload.findings.doubts} onChange={change} onLeave={goOn} />
          <RawLines lines={lines} />
          <FallenRows rows={rows} names={names} count={count} />
        </section>
        <Settings upload={upload} onChange={change} />
      </div>
    </div>
  );
}
