"use client";

import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { checkDomainAction } from "../domains-actions";

/** Looks a domain up at once. */
export function CheckAgain({ domain }: { domain: string }) {
  const { act, busy, problem } = useAct();
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        onClick={() => act(() => checkDomainAction({ domain }))}
        leftSection={<IconRefresh size={16} stroke={1.7} />}
      >
        Check again
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
