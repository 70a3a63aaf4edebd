"use client";

import { Button, Group, Modal } from "@mantine/core";
import { IconPencilCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import type { Corrected } from "@/lib/drafts/read-corrected";
import { signCorrectedAction } from "../../review/actions";

/** Signs the mails anew that were signed under an address their mailbox does not have; one button for each such address. */
export function SignCorrected({ corrected }: { corrected: Corrected[] }) {
  return corrected.map((one) => <SignOne key={`${one.senderAccountId} ${one.from}`} {...one} />);
}

function SignOne({ senderAccountId, from, to, count }: Corrected) {
  const { act, busy, problem } = useAct();
  const [asking, setAsking] = useState(false);
  const [done, setDone] = useState(0);
  const mails = count === 1 ? "1 mail" : `${count.toLocaleString("en")} mails`;
  const signAll = async () => {
    let result: Awaited<ReturnType<typeof signCorrectedAction>>;
    let after: string | null = null;
    setDone(0);
    // Each batch that was signed stays signed; when one fails, the page counts anew what is left.
    do {
      result = await signCorrectedAction({ senderAccountId, from, to, count, after });
      if (!result.ok) return result;
      const { signed } = result.data;
      after = result.data.after;
      setDone((before) => before + signed);
    } while (after !== null);
    return result;
  };
  return (
    <>
      <Button
        color="var(--ink)"
        c="var(--on-primary)"
        size="compact-md"
        leftSection={<IconPencilCheck size={16} stroke={1.7} />}
        onClick={() => setAsking(true)}
      >
        Sign {count.toLocaleString("en")} again
      </Button>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Sign ${mails} again?`} radius={14} centered>
        <Problem>{problem}</Problem>
        <p>
          {mails} signed as {from} {count === 1 ? "goes" : "go"} out as {to}; sign {count === 1 ? "it" : "them"} again. Text,
          recipient and time stay as they are. Until then nothing of this leaves.
        </p>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus disabled={busy} onClick={() => setAsking(false)}>
            Not yet
          </Button>
          <Button
            color="var(--ink)"
            c="var(--on-primary)"
            disabled={busy}
            aria-busy={busy}
            onClick={() => act(signAll, () => setAsking(false))}
          >
            {busy ? `${done.toLocaleString("en")} of ${count.toLocaleString("en")} signed` : `Sign ${mails} as ${to}`}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
