"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { bringBackUploadAction } from "../../../imports/actions";

/** Brings back what was taken back. */
export function BringBack({ uploadId, words }: { uploadId: string; words: string }) {
  const { act, busy, problem } = useAct();
  return (
    <>
      <Button
        variant="default"
        h={36}
        loading={busy}
        leftSection={<IconArrowBackUp size={18} stroke={1.7} aria-hidden />}
        onClick={() => act(() => bringBackUploadAction({ uploadId }))}
      >
        {words}
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
