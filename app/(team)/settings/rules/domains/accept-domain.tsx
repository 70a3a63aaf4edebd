"use client";

import { Button } from "@mantine/core";
import { useAct } from "@/app/ui/act/use-act";
import { useDialog } from "@/app/ui/loading/use-later";
import { toast } from "@/app/ui/toast/toast";
import { acceptDomainAction } from "../domains-actions";

const load = async () => (await import("@/app/ui/act/ask-reason")).AskReason;

/** Lets a failing domain send all the same, with a reason that stays in the record. */
export function AcceptDomain({ domain, failingSince }: { domain: string; failingSince: string }) {
  const { act, busy, problem } = useAct();
  const { Dialog, shown, close, button } = useDialog(load);
  const accept = (reason: string) =>
    act(
      () => acceptDomainAction({ domain, failingSince, reason }),
      () => {
        close();
        toast(`First mails from ${domain} leave all the same.`);
      },
    );
  return (
    <>
      <Button variant="default" {...button}>
        Send all the same
      </Button>
      {Dialog && (
        <Dialog
          opened={shown}
          onClose={close}
          title={`Send from ${domain} all the same?`}
          consequence="First mails leave though receivers may refuse them or put them into Junk. It holds until the domain is sound again."
          leave="Let them wait"
          act="Send all the same"
          busy={busy}
          problem={problem}
          onAct={accept}
        />
      )}
    </>
  );
}
