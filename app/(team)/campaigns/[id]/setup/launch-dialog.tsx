"use client";

import { Button, Modal } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { useCallback, useEffect, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { noAnswer } from "@/app/ui/words/away";
import type { LaunchView } from "@/lib/campaigns/launch/show-launch";
import { showLaunchAction } from "./launch-actions";
import { LaunchButton } from "./launch-button";
import launch from "./launch-dialog.module.css";
import { LaunchFacts } from "./launch-facts";
import classes from "./setup.module.css";

type Props = { campaignId: string; opened: boolean; onClose: () => void; onStep: (stepId: string) => void };

/** What will happen, in numbers, before it happens; a blocking point disables launching and leads to where it is put right. */
export function LaunchDialog({ campaignId, opened, onClose, onStep }: Props) {
  const { act, busy, problem } = useAct();
  const [check, setCheck] = useState<LaunchView | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  /** Why nothing was launched of what was shown before. */
  const [changed, setChanged] = useState<string | null>(null);
  const show = useCallback(
    (because: string | null) => {
      setCheck(null);
      setFailed(null);
      setChanged(because);
      showLaunchAction({ campaignId })
        .then((result) => (result.ok ? setCheck(result.data) : setFailed(result.error.message)))
        .catch(() => setFailed(noAnswer));
    },
    [campaignId],
  );
  useEffect(() => {
    if (opened) show(null);
  }, [opened, show]);
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size={580}
      radius={14}
      padding={0}
      centered
      attributes={{ content: { "aria-label": "Launch" } }}
    >
      <div className={launch.dialog}>
        <h2>{check ? `Launch ${check.name}?` : "Launch"}</h2>
        {changed && (
          <p className={launch.changed} role="alert">
            <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
            <span>
              <strong>Nothing was launched.</strong> {changed}
            </span>
          </p>
        )}
        {check && (
          <p className={launch.lead}>
            {check.blockers.length > 0
              ? "Something is missing. Put it right, then look again."
              : check.holds.stopped
                ? "This is what will happen once sending is resumed. You can pause or end it at any time."
                : "This is what will happen. You can pause or end it at any time."}
          </p>
        )}
        {!check && !failed && <p className={classes.caption}>Checking the list, the texts and the rules…</p>}
        {failed && <p className={classes.problem}>{failed}</p>}
        {check && <LaunchFacts check={check} onStep={onStep} />}
        {problem && !changed?.includes(problem) && (
          <p className={classes.problem} role="alert">
            {problem}
          </p>
        )}
      </div>
      <div className={launch.dialogFoot}>
        <span>
          {check?.reviewMode === "launch"
            ? "Launching is your signature on the templates."
            : "What is launched is no longer edited."}
        </span>
        <Button variant="default" onClick={onClose} data-autofocus>
          Not yet
        </Button>
        <LaunchButton campaignId={campaignId} check={check} act={act} busy={busy} onLaunched={onClose} onRefused={show} />
      </div>
    </Modal>
  );
}
