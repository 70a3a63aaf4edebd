"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useAct } from "@/app/ui/act/use-act";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { Problem } from "@/app/ui/problem/problem";
import { takeBackUploadAction } from "./actions";
import classes from "./imports.module.css";

type Props = { uploadId: string; words: string; back: string };

/** What is decided at the end of a plan. Esc keeps them, too. */
export function TakeButtons({ uploadId, words, back }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const keep = () => router.push(back, { scroll: false });
  useHotkeys({ escape: keep });
  const take = () =>
    act(
      () => takeBackUploadAction({ uploadId }),
      () => router.push(`/contacts/import/${uploadId}`),
    );
  return (
    <>
      <Problem ground className={classes.problem}>
        {problem}
      </Problem>
      <div className={classes.buttons}>
        <Button variant="default" h={36} onClick={keep}>
          Keep them
        </Button>
        <Button color="var(--ink)" c="var(--on-primary)" h={36} loading={busy} onClick={take}>
          {words}
        </Button>
      </div>
    </>
  );
}
