"use client";

import { Button, Drawer } from "@mantine/core";
import { IconList } from "@tabler/icons-react";
import { useCallback, useEffect, useRef, useState } from "react";
import { isTyping } from "@/app/ui/keys/is-typing";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { AllSigned } from "./all-signed";
import classes from "./desk.module.css";
import { DeskFoot } from "./desk-foot";
import { Facts } from "./facts";
import { QueueList } from "./queue-list";
import { RejectDialog } from "./reject-dialog";
import { Sheet, type Shown } from "./sheet";
import { Toast } from "./toast";
import { useDesk } from "./use-desk";

type Props = { queue: ReviewQueue; view: DraftView | null; campaignId: string | null; maySign: boolean; mayEdit: boolean };

/** The review page: the queue, the letter, what speaks for and against it, and the signature. */
export function Desk({ queue, view: served, campaignId, maySign, mayEdit }: Props) {
  const desk = useDesk({ queue, view: served, campaignId });
  const { view } = desk;
  const [shown, setShown] = useState<Shown>("leaves");
  const [editing, setEditing] = useState(false);
  const [rejecting, setRejecting] = useState(false);
  const [drawer, setDrawer] = useState<"queue" | "facts" | null>(null);
  const stage = useRef<HTMLDivElement>(null);

  const isToSign = view?.state === "to sign";
  const canSign = Boolean(isToSign && view.mayBeSigned && maySign && !editing);
  const canEdit = mayEdit && (isToSign || view?.state === "signed");
  const pass = queue.passing > 0 && desk.waiting.length > 0 && maySign;
  const edit = useCallback(() => setEditing(true), []);
  const move = (id: string) => {
    setEditing(false);
    setShown("leaves");
    setDrawer(null);
    desk.show(id);
  };
  const sign = () => {
    if (!view || !canSign) return;
    setShown("leaves");
    void desk.sign(view);
    stage.current?.scrollTo(0, 0);
  };
  const reject = (reason: string) => {
    setRejecting(false);
    if (view) void desk.reject(view, reason);
  };

  const keys = useRef<(event: KeyboardEvent) => void>(() => {});
  keys.current = (event) => {
    if (isTyping(event) || rejecting) return;
    const key = event.key.toLowerCase();
    const command = event.metaKey || event.ctrlKey;
    const act = (run: (() => void) | false | undefined | null) => {
      if (!run) return;
      event.preventDefault();
      run();
    };
    if (command && key === "z" && !event.shiftKey)
      act(desk.done ? () => void desk.takeBack() : view?.state === "signed" && maySign && (() => void desk.unsign(view)));
    if (command || event.altKey) return;
    if (event.shiftKey && key === "s") act(pass && !desk.progress && (() => void desk.signEverything()));
    else if (event.shiftKey) return;
    else if (key === "s") act(canSign && sign);
    else if (key === "j") act(() => desk.step(1));
    else if (key === "k") act(() => desk.step(-1));
    else if (key === "e") act(canEdit && edit);
    else if (key === "x") act(isToSign && mayEdit && (() => setRejecting(true)));
    else if (key === "d") act(view?.difference && (() => setShown(shown === "difference" ? "leaves" : "difference")));
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => keys.current(event);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  useEffect(() => {
    setEditing(false);
    setShown("leaves");
  }, []);

  const signed = queue.signedToday + desk.rows.filter((row) => row.signedAt === "now").length;
  const list = (
    <QueueList
      queue={queue}
      rows={desk.rows}
      waiting={Math.max(desk.waiting.length, queue.waiting - (queue.rows.length - desk.rows.length))}
      signed={signed}
      current={desk.current}
      campaignId={campaignId}
      onPick={move}
      signAll={
        pass && (
          <div className={classes.all}>
            {desk.progress ? (
              <div role="status" className={classes.progress}>
                Signing, {desk.progress.done} of {desk.progress.of}
                <progress value={desk.progress.done} max={Math.max(1, desk.progress.of)} />
              </div>
            ) : (
              <Button variant="default" fullWidth onClick={() => void desk.signEverything()}>
                Sign the {queue.passing} that pass <kbd>⇧ S</kbd>
              </Button>
            )}
          </div>
        )
      }
    />
  );
  const finished = desk.waiting.length === 0 && view?.state !== "to sign";
  return (
    <div className={classes.desk}>
      <div className={classes.left}>{list}</div>
      <div className={classes.middle}>
        <div className={classes.phoneHead}>
          <button type="button" onClick={() => setDrawer("queue")} aria-label="Show the queue">
            <IconList size={20} stroke={1.7} />
          </button>
          <span>
            {signed} signed, {desk.waiting.length} to go
          </span>
          <button type="button" onClick={() => setDrawer("facts")} disabled={!view}>
            Details
          </button>
        </div>
        <div className={classes.stage} ref={stage} {...swipe((by) => desk.step(by))}>
          {desk.problem && (
            <p role="alert" className={classes.problem}>
              {desk.problem.sentence}{" "}
              {desk.problem.draftId && desk.problem.draftId !== desk.current && (
                <button type="button" onClick={() => desk.problem?.draftId && move(desk.problem.draftId)}>
                  Show it
                </button>
              )}
            </p>
          )}
          {view && !(finished && desk.done) ? (
            <Sheet
              view={view}
              shown={shown}
              onShow={setShown}
              editing={editing}
              onEdit={canEdit ? edit : null}
              onLeave={() => setEditing(false)}
              onKept={() => {
                setEditing(false);
                void desk.reload(view.id);
              }}
            />
          ) : finished ? (
            <AllSigned nextDue={queue.nextDue} signed={signed} />
          ) : (
            <div className={classes.loading} role="status">
              <span>Reading the draft…</span>
            </div>
          )}
        </div>
        {desk.done && (
          <Toast key={desk.done.ids.join()} done={desk.done} onTakeBack={() => void desk.takeBack()} onGone={desk.hideDone} />
        )}
        {view && !editing && !(finished && desk.done) && (
          <DeskFoot
            view={view}
            desk={desk}
            maySign={maySign}
            mayEdit={mayEdit}
            canSign={canSign}
            onSign={sign}
            onReject={() => setRejecting(true)}
            onEdit={canEdit ? edit : null}
            onChecks={() => setDrawer("facts")}
            onMove={move}
          />
        )}
      </div>
      {view && (
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
      >
        {drawer === "queue" && list}
        {drawer === "facts" && view && (
          <Facts
            view={view}
            onEdit={
              canEdit
                ? () => {
                    setDrawer(null);
                    edit();
                  }
                : null
            }
          />
        )}
      </Drawer>
      {view && <RejectDialog view={view} opened={rejecting} onClose={() => setRejecting(false)} onReject={reject} />}
    </div>
  );
}

/** A finger drawn sideways by a third of a phone moves on or back. */
function swipe(step: (by: 1 | -1) => void) {
  let from = 0;
  return {
    onTouchStart: (event: React.TouchEvent) => {
      from = event.touches[0]?.clientX ?? 0;
    },
    onTouchEnd: (event: React.TouchEvent) => {
      const by = (event.changedTouches[0]?.clientX ?? from) - from;
      if (Math.abs(by) > 110) step(by < 0 ? 1 : -1);
    },
  };
}
