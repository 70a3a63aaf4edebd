"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconChevronUp, IconPencil, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { CommandKey } from "@/app/ui/keys/command-key";
import { loadDrawer } from "@/app/ui/loading/later-drawer";
import { near } from "@/app/ui/loading/near";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import { settle } from "./acts/settle";
import { SignButton } from "./acts/sign";
import { unreject, unsign } from "./acts/take-back";
import { ChangedFoot } from "./changed/changed-foot";
import classes from "./desk.module.css";
import { loadReject } from "./later-reject";
import type { Desk } from "./use-desk";

type Props = {
  view: DraftView;
  desk: Desk;
  maySign: boolean;
  mayEdit: boolean;
  canSign: boolean;
  offline: boolean;
  onReject: () => void;
  onEdit: (() => void) | null;
  onChecks: () => void;
  onMove: (id: string) => void;
};

/** What can be done with the open draft, or why nothing can. */
export function DeskFoot({ view, desk, maySign, mayEdit, canSign, offline, onReject, onEdit, onChecks, onMove }: Props) {
  const isToSign = view.state === "to sign";
  const failed = view.checks.filter((check) => !check.passes);
  const isSigning = desk.rows.some((row) => row.id === view.id && row.state === "signing");
  const rest = desk.waiting.filter((row) => row.id !== desk.current);
  return (
    <footer className={classes.foot}>
      {isToSign && failed.length > 0 && (
        <button type="button" className={classes.phoneChecks} {...near(loadDrawer)} onClick={onChecks}>
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          <span>
            <strong>{failed[0]?.sentence}</strong>
            {view.checks.length - failed.length} other checks pass
          </span>
          <IconChevronUp size={18} stroke={1.7} aria-hidden />
        </button>
      )}
      <div className={classes.acts}>
        {desk.isUnderWay(view.id) ? (
          <span className={classes.said}>{isSigning ? "Being signed…" : "Being taken back…"}</span>
        ) : view.changed ? (
          <ChangedFoot {...{ view, desk, maySign, mayEdit, offline, onReject }} changed={view.changed} />
        ) : isToSign ? (
          <>
            {mayEdit && (
              <Button
                variant="default"
                {...near(loadReject)}
                onClick={onReject}
                aria-label="Reject"
                className={classes.reject}
                leftSection={<IconX size={16} stroke={1.7} aria-hidden />}
              >
                <span className={classes.wide}>Reject</span> <kbd>X</kbd>
              </Button>
            )}
            {onEdit && (
              <Button variant="default" className={classes.narrow} onClick={onEdit} aria-label="Edit">
                <IconPencil size={18} stroke={1.7} aria-hidden />
              </Button>
            )}
            <span className={classes.hint}>
              <kbd>J</kbd> <kbd>K</kbd> next, previous
            </span>
            <span className={classes.spring} />
            <span className={failed.some((check) => check.blocking) ? classes.blocked : classes.look}>
              {!maySign
                ? "You read along: members of the team sign"
                : offline
                  ? "Nothing can be signed without a connection"
                  : failed.length > 0
                    ? `${failed.length} ${failed.length === 1 ? "check asks" : "checks ask"} for a look`
                    : ""}
            </span>
            {maySign && <SignButton desk={desk} view={view} disabled={!canSign} />}
          </>
        ) : (
          <>
            <Said view={view} />
            <span className={classes.spring} />
            {view.state === "signed" && maySign && (
              <Button
                variant="default"
                leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
                onClick={() => void unsign(desk, view)}
              >
                Take back <CommandKey with="Z" />
              </Button>
            )}
            {view.state === "in doubt" && maySign && (
              <>
                <Button variant="default" onClick={() => void settle(desk, view, false)}>
                  It did not arrive, end here
                </Button>
                <Button color="var(--ink)" c="var(--on-primary)" onClick={() => void settle(desk, view, true)}>
                  It arrived, go on
                </Button>
              </>
            )}
            {view.state === "rejected" && mayEdit && (
              <Button variant="default" onClick={() => void unreject(desk, view)}>
                Take the rejection back
              </Button>
            )}
            {rest[0] && (
              <Button color="var(--ink)" c="var(--on-primary)" onClick={() => onMove(desk.next?.id ?? rest[0]?.id ?? "")}>
                Next <kbd>J</kbd>
              </Button>
            )}
          </>
        )}
      </div>
    </footer>
  );
}

function Said({ view }: { view: DraftView }) {
  if (view.state === "signed")
    return (
      <span className={classes.said}>
        <SealTick size={18} />
        <span>
          <strong>Signed.</strong> {view.leaves ? `Leaves ${view.leaves}, unless changed.` : "Leaves as soon as it may."}
        </span>
      </span>
    );
  if (view.state === "in doubt")
    return (
      <span className={classes.said}>
        Nobody can tell whether it left: look into Sent Items of {view.from}, or ask. It is not sent again by itself.
      </span>
    );
  if (view.state === "gone") {
    const how = view.copy?.verdict === "different" ? "otherwise than signed" : "as signed";
    return <span className={classes.said}>It has left {how} and cannot be changed any more.</span>;
  }
  if (view.state === "rejected" && view.rejected)
    return (
      <span className={classes.said}>
        Rejected by {view.rejected.by}, {view.rejected.at}: {view.rejected.reason}
      </span>
    );
  if (!view.campaign) return <span className={classes.said}>Nothing comes of this mail any more: {view.over}.</span>;
  return (
    <span className={classes.said}>
      The campaign has ended for{" "}
      <Link href={`/contacts/${view.contact.id}`}>
        <bdi>{view.contact.name}</bdi>
      </Link>
      , so this draft never leaves.
    </span>
  );
}
