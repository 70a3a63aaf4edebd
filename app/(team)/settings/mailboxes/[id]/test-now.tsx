"use client";

import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { testMailboxAction } from "../actions";

/** Tests a mailbox at once. */
export function TestNow({ senderAccountId }: { senderAccountId: string }) {
  const { act, busy, problem } = useAct();
  return (
    <>
      <Button
        variant="default"
        loading={busy}
        onClick={() => act(() => testMailboxAction({ senderAccountId }))}
        leftSection={<IconRefresh size={16} stroke={1.7} />}
      >
        {busy ? "Testing" : "Test now"}
      </Button>
      <Problem>{problem}</Problem>
    </>
  );
}
