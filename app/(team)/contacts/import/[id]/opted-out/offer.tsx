"use client";

import { Button } from "@mantine/core";
import { IconBan } from "@tabler/icons-react";
import clsx from "clsx";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import type { CountedFile } from "@/lib/uploads/count/counted-file";
import type { KeptUpload } from "@/lib/uploads/find-upload";
import { stageOptedOutAction } from "./actions";
import classes from "./offer.module.css";

type Props = {
  upload: Pick<KeptUpload, "id" | "findings">;
  counts: CountedFile | null;
  mayEdit: boolean;
  className?: string | undefined;
};

/** Where most rows of a file say that they may not be mailed: that, and the way to have them suppressed instead; nothing elsewhere. */
export function OptedOutOffer({ upload, counts, mayEdit, className }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const { out = 0, rows = 0 } = counts ?? {};
  const { optedOut } = upload.findings;
  if (!optedOut || out * 2 <= rows) return null;
  const take = () => {
    let fileId = "";
    act(
      async () => {
        const result = await stageOptedOutAction({ uploadId: upload.id });
        if (result.ok) fileId = result.data;
        return result;
      },
      // Where the answer was lost, the file stands among those that wait.
      () => router.push(`/contacts/suppressed/file/${fileId}`),
    );
  };
  const many = out.toLocaleString("en");
  return (
    <section className={clsx(classes.offer, className)} aria-label="People who asked not to be mailed">
      <IconBan size={18} stroke={1.7} aria-hidden />
      <div>
        <strong>
          {rows === out
            ? `${out === 1 ? "The one row" : `All ${many} rows`} of this file asked not to be mailed.`
            : `${many} of ${rows.toLocaleString("en")} rows asked not to be mailed.`}
        </strong>
        <p>
          {optedOut.why}. Imported, {out === 1 ? "it is" : "they are"} refused. Suppressed, {out === 1 ? "it gets" : "they get"}{" "}
          no mail, whoever adds {out === 1 ? "it" : "them"} later; you see whom it stops before anything changes.
        </p>
        <Problem>{problem}</Problem>
      </div>
      {mayEdit && (
        <Button color="var(--ink)" c="var(--on-primary)" h={40} loading={busy} onClick={take}>
          Suppress {out === 1 ? "this one" : `these ${many}`} instead
        </Button>
      )}
    </section>
  );
}
