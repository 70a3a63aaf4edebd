"use client";

import { Drawer } from "@mantine/core";
import { useCallback, useEffect, useRef, useState } from "react";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { reject } from "./acts/reject";
import { acceptSent, putBack, signChanged } from "./acts/settle-changed";
import { sign } from "./acts/sign";
import { takeBackJob, takeBackLast, unsign } from "./acts/take-back";
import { ChangedSheet } from "./changed/changed-sheet";
import classes from "./desk.module.css";
import { DeskFoot } from "./desk-foot";
import { isPressable, scrollOn } from "./desk-keys";
import { Facts } from "./facts";
import { Sheet, type Shown } from "./letter/sheet";
import { swipe } from "./letter/swipe";
import { useUnsaved } from "./letter/use-unsaved";
import { PhoneHead } from "./phone-head";
import { Problem } from "./problem";
import { AllSigned } from "./queue/all-signed";
import { QueueList } from "./queue/queue-list";
import { SignAll } from "./queue/sign-all";
import { SignAllDialog } from "./queue/sign-all-dialog";
import { mayTakeBack, SigningStatus } from "./queue/signing-status";
import { useOpened } from "./queue/use-opened";
import { useSignAll } from "./queue/use-sign-all";
import { RejectDialog } from "./reject-dialog";
import { useDesk } from "./use-desk";
import { useDoneToast } from "./use-done-toast";

type Props = {
  queue: ReviewQueue;
  signing: Signing | null;
  view: DraftView | null;
  of: QueueOf;
  maySign: boolean;
  mayEdit: boolean;
};

/** The review page: the queue, the letter, what speaks for and against it, and the signature. */
export function Desk({ queue, signing, view: served, of, maySign, mayEdit }: Props) {
  const desk = useDesk({ queue, view: served, of });
  useDoneToast(desk.done, () => void takeBackLast(desk), desk.hideDone);
  const { view } = desk;
  useOpened(view);
  const all = useSignAll(desk, { queue, signing, of });
  const [shown, setShown] = useState<Shown>("leaves");
  const [shownOf, setShownOf] = useState(desk.current);
  const [editing, setEditing] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const [drawer, setDrawer] = useState<"queue" | "facts" | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const offline = useConnection().since !== null;
  const { unsaved, asked, mayLeave } = useUnsaved(editing);

  const isToSign = view?.state === "to sign";
  const canSign = Boolean(isToSign && view.mayBeSigned && maySign && !editing && !offline);
  const changed = view?.changed ?? null;
  const maySettle = changed !== null && maySign && !offline;
  const canEdit = mayEdit && (isToSign || view?.state === "signed");
  const pass = queue.passing > 0 && desk.waiting.length > 0 && maySign;
  const isSigning = signing?.state === "running" && signing.mine;
  const edit = useCallback(() => {
    setDrawer(null);
    setEditing(true);
  }, []);
  // Another draft is shown as it leaves, and from its beginning.
  if (shownOf !== desk.current) {
    setShownOf(desk.current);
    setShown("leaves");
  }
  useEffect(() => {
    if (desk.current) stage.current?.scrollTo(0, 0);
  }, [desk.current]);
  const move = (id: string | undefined) => {
    if (id === undefined || !mayLeave()) return;
    setEditing(false);
    setDrawer(null);
    desk.show(id);
  };
  const step = (by: 1 | -1) => move(desk.beside(by));

  const difference = view?.difference && shown === "difference";
  // Letters rest while something is open over the page, or a text is being changed.
  const isCovered = rejecting || drawer !== null || editing || all.asked !== null;
  useHotkeys(
    isCovered
      ? {}
      : {
          "mod+z": () => {
            if (desk.canTakeBack()) void takeBackLast(desk);
            else if (signing?.mine && maySign && (signing.state === "running" || mayTakeBack(signing)))
              void takeBackJob(desk, signing.id);
            else if (view?.state === "signed" && maySign) void unsign(desk, view);
            else return false;
          },
          // A key that is held down signs no draft that nobody has seen.
          s: once(() => {
            if (canSign && view) void sign(desk, view);
            else if (maySettle && view) void signChanged(desk, view);
          }),
          b: maySettle && changed.kind !== "sent by hand" && once(() => view && void putBack(desk, view)),
          "shift+s": once(() => pass && !offline && !isSigning && void all.ask()),
          j: () => step(1),
          k: () => step(-1),
          e: canEdit && edit,
          x: (isToSign || (changed !== null && changed.kind !== "sent by hand")) && mayEdit && (() => setRejecting(true)),
          d: view?.difference && (() => setShown(difference ? "leaves" : "difference")),
          space: (event) => {
            if (isPressable(event)) return false;
            if (difference) setShown("leaves");
            else scrollOn(stage.current);
          },
        },
  );
  const signed = queue.signedToday + desk.rows.filter((row) => row.signedAt === "now").length;
  const status = signing && <SigningStatus signing={signing} desk={desk} maySign={maySign} />;
  const list = (
    <QueueList
      queue={queue}
      rows={desk.rows}
      // The server counts more than it lists; what was signed or rejected in this moment it still counts.
      waiting={queue.waiting - (queue.rows.filter((row) => row.state !== "signed").length - desk.waiting.length)}
      signed={signed}
      current={desk.current}
      of={of}
      onPick={move}
      onStep={step}
      signAll={
        <>
          {status && <div className={classes.all}>{status}</div>}
          {pass && !isSigning && <SignAll passing={queue.passing} disabled={offline || all.busy} onAsk={() => void all.ask()} />}
        </>
      }
    />
  );
  const finished = desk.current === null && desk.waiting.length === 0;
  return (
    <div className={`${classes.desk} ${changed ? classes.twoTexts : ""}`}>
      <p className={classes.spoken} role="status">
        {view && `${view.contact.name}: ${view.subject}`}
      </p>
      <div className={classes.left}>{list}</div>
      <div className={classes.middle}>
        <PhoneHead
          signed={signed}
          waiting={desk.waiting.length}
          onQueue={() => setDrawer("queue")}
          onFacts={view ? () => setDrawer("facts") : null}
          status={status}
        />
        <div className={classes.stage} ref={stage} {...swipe(step)}>
          {desk.problem && <Problem problem={desk.problem} current={desk.current} onShow={move} />}
          {view && changed ? (
            <ChangedSheet key={view.id} view={view} changed={changed} />
          ) : view ? (
            <Sheet
              view={view}
              shown={shown}
              onShow={setShown}
              editing={editing}
              onEdit={canEdit ? edit : null}
              unsaved={unsaved}
              asked={asked}
              onSeen={maySign && !offline ? () => void acceptSent(desk, view) : null}
              onLeave={() => setEditing(false)}
              onKept={() => {
                setEditing(false);
                // The new text voids the signature, so neither the word of that nor the way back from it holds.
                desk.mark([view.id], "waits");
                desk.outdate(view.id);
                void desk.readAnew(view.id);
              }}
            />
          ) : finished && desk.signing === 0 ? (
            <AllSigned nextDue={queue.nextDue} signed={signed} />
          ) : (
            <div className={classes.loading} role="status">
              <span>{desk.trouble ?? (finished ? "Signing the last one…" : "Reading the draft…")}</span>
            </div>
          )}
        </div>
        {view && !editing && (
          <DeskFoot
            view={view}
            desk={desk}
            maySign={maySign}
            mayEdit={mayEdit}
            canSign={canSign}
            offline={offline}
            onReject={() => setRejecting(true)}
            onEdit={canEdit ? edit : null}
            onChecks={() => setDrawer("facts")}
            onMove={move}
          />
        )}
      </div>
      {view && !changed && (
        <aside className={classes.right} aria-label="Checks and contact">
          <Facts view={view} onEdit={canEdit ? edit : null} />
        </aside>
      )}
      <Drawer
        opened={drawer !== null}
        onClose={() => setDrawer(null)}
        position={drawer === "facts" ? "bottom" : "left"}
        size="85%"
        padding={0}
        title={drawer === "facts" ? "What speaks for and against it" : "The queue"}
        classNames={{ header: classes.sheetTitle ?? "", ...(drawer === "facts" && { content: classes.sheet ?? "" }) }}
        overlayProps={{ color: "#15201A", backgroundOpacity: 0.3 }}
      >
        {drawer === "queue" && list}
        {drawer === "facts" && view && <Facts view={view} onEdit={canEdit ? edit : null} />}
      </Drawer>
      <SignAllDialog asked={all.asked} busy={all.busy} onClose={all.close} onConfirm={() => void all.confirm()} />
      {view && (
        <RejectDialog
          view={view}
          opened={rejecting}
          onClose={() => setRejecting(false)}
          onReject={(reason) => {
            setRejecting(false);
            void reject(desk, view, reason);
          }}
        />
      )}
    </div>
  );
}
