"use client";

import { Button } from "@mantine/core";
import { IconRefresh } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { checkDomainAction } from "../domains-actions";

/** After so long a name server is silent; each question is given up after some seconds, and then nothing is held because of it. */
const slowMs = 2000;

/** Looks a domain up at once. */
export function CheckAgain({ domain }: { domain: string }) {
  const { act, busy, problem } = useAct();
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    setSlow(false);
    if (!busy) return;
    const timer = setTimeout(() => setSlow(true), slowMs);
    return () => clearTimeout(timer);
  }, [busy]);
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
      {isSlow && busy && <p role="status">A name server is slow to answer. It is given up after 25 s.</p>}
      <Problem>{problem}</Problem>
    </>
  );
}
