"use client";

import { Button } from "@mantine/core";
import type { useAct } from "@/app/ui/act/use-act";
import { sayCount } from "@/app/ui/words/count-words";
import type { Reading } from "@/lib/files/reading/reading";
import type { IntoList } from "@/lib/uploads/confirm-upload";
import { confirmUploadAction } from "../actions";
import classes from "./columns.module.css";
import type { Chosen } from "./use-foreseen";

type Props = {
  act: ReturnType<typeof useAct>["act"];
  busy: boolean;
  /** Null: the file is still counted. */
  total: number | null;
  given: Chosen & { uploadId: string; list: IntoList | null };
  /** Whether the list that is wanted has a name. */
  isNamed: boolean;
  reading: Reading;
};

/** Turns the rows of the file into contacts, as the page says at this moment. */
export function BeginImport({ act, busy, total, given, isNamed, reading }: Props) {
  return (
    <Button
      className={classes.begin}
      color="var(--ink)"
      c="var(--on-primary)"
      h={36}
      loading={busy}
      disabled={!total || !given.targets.includes("email") || !isNamed}
      onClick={() => act(() => confirmUploadAction({ ...given, seen: { reading, rows: total ?? 0 } }))}
    >
      {total === null ? "Counting the rows" : `Import ${sayCount(total, "row", "rows")}`}
    </Button>
  );
}
