"use client";

import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { keepTyped } from "@/app/ui/act/keep-typed";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { useTitle } from "@/app/ui/words/use-title";
import { type PackedQueue, unpackQueue } from "@/lib/drafts/review/pack-queue";
import type { QueueOf } from "@/lib/drafts/review/queue-of";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { Signing } from "@/lib/drafts/sign-all/read-signing";
import { keptEdit } from "./acts/kept-edit";
import { reject } from "./acts/reject";
import { acceptSent, putBack, signChanged } from "./acts/settle-changed";
import { sign } from "./acts/sign";
import { takeBackLast, takeBackSaid } from "./acts/take-back";
import { takeBackByKey } from "./acts/take-back-by-key";
import { ChangedSheet } from "./changed/changed-sheet";
import classes from "./desk.module.css";
import { DeskDrawer } from "./desk-drawer";
import { DeskFoot } from "./desk-foot";
import { isPressable, scrollOn } from "./desk-keys";
import { Facts } from "./facts";
import { LaterReject } from "./later-reject";
import { nameOfEdit } from "./letter/edit-sheet";
import { Sheet, type Shown } from "./letter/sheet";
import { swipe } from "./letter/swipe";
import { useUnsaved } from "./letter/use-unsaved";
import { PhoneHead } from "./phone-head";
import { Problem } from "./problem";
import { AllSigned } from "./queue/all-signed";
import { LaterSignAll } from "./queue/later-sign-all";
import { QueueList } from "./queue/queue-list";
import { SignAll } from "./queue/sign-all";
import { SigningStatus } from "./queue/signing-status";
import { useOpened } from "./queue/use-opened";
import { useSignAll } from "./queue/use-sign-all";
import { useDesk } from "./use-desk";
import { useDoneToast } from "./use-done-toast";
import { useShown } from "./use-shown";

type Props = {
  queue: PackedQueue;
  signing: Signing | null;
  view: DraftView | null;
  of: QueueOf;
  maySign: boolean;
  mayEdit: boolean;
};

/** The review page: the queue, the letter, what speaks for and against it, and the signature. */
export function Desk({ queue: packed, signing, view: served, of, maySign, mayEdit }: Props) {
  const queue = useMemo(() => unpackQueue(packed), [packed]);
  const desk = useDesk({ queue, view: served, of });
  useDoneToast(desk.done, {
    onTakeBack: (done) => void takeBackSaid(desk, done),
    onTakeBackLast: () => void takeBackLast(desk),
    onGone: desk.hideDone,
    isNewest: desk.isNewest,
  });
  const { view } = desk;
  useOpened(view);
  useTitle(view?.contact.name, "Review");
  const all = useSignAll(desk, { queue, signing, of });
  const { shown, setShown, rejecting, setRejecting } = useShown<Shown>(desk.current, "leaves");
  const [editing, setEditing] = useState(false);
  const [drawer, setDrawer] = useState<"queue" | "facts" | null>(null);
  const stage = useRef<HTMLDivElement>(null);
  const offline = useConnection().since !== null;
  const { unsaved, asked, mayLeave } = useUnsaved(editing);

  const rests = view !== undefined && desk.isUnderWay(view.id);
  const isToSign = view?.state === "to sign" && !rests;
  const canSign = Boolean(isToSign && view.mayBeSigned && maySign && !editing && !offline);
  const changed = view?.changed ?? null;
  const maySettle = changed !== null && maySign && !offline && !rests;
  const canEdit = mayEdit && !rests && (isToSign || view?.state === "signed");
  const pass = queue.passing > 0 && desk.waiting.length > 0 && maySign;
  const isSigning = signing?.state === "running" && signing.mine;
  const edit = useCallback(() => {
    setDrawer(null);
    setEditing(true);
  }, []);
  // Another draft is shown from its beginning.
  useEffect(() => {
    if (desk.current) stage.current?.scrollTo(0, 0);
  }, [desk.current]);
  // What was being changed when the page began anew is open again.
  const openId = canEdit ? view?.id : undefined;
  useEffect(() => {
    if (openId && keepTyped.read(nameOfEdit(openId))) setEditing(true);
  }, [openId]);
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
          "mod+z": () => takeBackByKey(desk, { signing, view, maySign, rests }),
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
          x:
            !rests &&
            (isToSign || (changed !== null && changed.kind !== "sent by hand")) &&
            mayEdit &&
            (() => setRejecting(true)),
          d: view?.difference && (() => setShown(difference ? "leaves" : "difference")),
          space: (event) => {
            if (isPressable(event)) return false;
            if (difference) setShown("leaves");
            else scrollOn(stage.current);
          },
        },
  );
  // The server counts more than it lists; what was signed or rejected in this moment it still counts.
  const toGo = queue.waiting - (queue.rows.filter((row) => row.state !== "signed").length - desk.waiting.length);
  const signed = queue.signedToday + desk.rows.filter((row) => row.signedAt === "now").length;
  const status = signing && <SigningStatus signing={signing} desk={desk} maySign={maySign} />;
  const list = (
    <QueueList
      queue={queue}
      rows={desk.rows}
      waiting={toGo}
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
  const reading = !finished ? "Reading the draft…" : desk.signing > 0 ? "Signing the last one…" : "Reading the next ones…";
  return (
    <div className={`${classes.desk} ${changed ? classes.twoTexts : ""}`} data-desk>
      <p className={classes.spoken} role="status">
        {view && `${view.contact.name}: ${view.subject}`}
      </p>
      <div className={classes.left}>{list}</div>
      <div className={classes.middle}>
        <PhoneHead
          signed={signed}
          waiting={toGo}
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
              onKept={(texts) => {
                setEditing(false);
                keptEdit(desk, view, texts);
              }}
            />
          ) : finished && desk.signing === 0 && toGo <= 0 ? (
            <AllSigned nextDue={queue.nextDue} signed={signed} beingWritten={queue.beingWritten} />
          ) : (
            <div className={classes.loading} role="status">
              <span>{desk.trouble ?? reading}</span>
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
      <DeskDrawer
        shows={drawer}
        list={list}
        facts={view && <Facts view={view} onEdit={canEdit ? edit : null} />}
        onClose={() => setDrawer(null)}
      />
      <LaterSignAll asked={all.asked} busy={all.busy} onClose={all.close} onConfirm={() => void all.confirm()} />
      {view && (
        <LaterReject
          view={view}
          opened={rejecting}
          onClose={() => setRejecting(false)}
          onReject={(reason) => void reject(desk, view, reason)}
        />
      )}
    </div>
  );
}
