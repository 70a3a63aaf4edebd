"use client";

import { Button, Drawer } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconChevronUp, IconList, IconPencil, IconX } from "@tabler/icons-react";
import Link from "next/link";
import { useCallback, useEffect, useRef, useState } from "react";
import { isTyping } from "@/app/ui/keys/is-typing";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { DraftView } from "@/lib/drafts/review/read-draft-view";
import type { ReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { AllSigned } from "./all-signed";
import classes from "./desk.module.css";
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

  const failed = view?.checks.filter((check) => !check.passes) ?? [];
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
  const rest = desk.waiting.filter((row) => row.id !== desk.current);
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
          <footer className={classes.foot}>
            {isToSign && failed.length > 0 && (
              <button type="button" className={classes.phoneChecks} onClick={() => setDrawer("facts")}>
                <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
                <span>
                  <strong>{failed[0]?.sentence}</strong>
                  {view.checks.length - failed.length} other checks pass
                </span>
                <IconChevronUp size={18} stroke={1.7} aria-hidden />
              </button>
            )}
            <div className={classes.acts}>
              {isToSign ? (
                <>
                  <Button
                    variant="default"
                    onClick={() => setRejecting(true)}
                    disabled={!mayEdit}
                    leftSection={<IconX size={16} stroke={1.7} aria-hidden />}
                  >
                    <span className={classes.wide}>Reject</span> <kbd>X</kbd>
                  </Button>
                  <Button variant="default" className={classes.narrow} onClick={edit} disabled={!canEdit} aria-label="Edit">
                    <IconPencil size={18} stroke={1.7} aria-hidden />
                  </Button>
                  <span className={classes.hint}>
                    <kbd>J</kbd> <kbd>K</kbd> next, previous
                  </span>
                  <span className={classes.spring} />
                  <span className={failed.some((check) => check.blocking) ? classes.blocked : classes.look}>
                    {!maySign
                      ? "Members of the team sign"
                      : failed.length > 0
                        ? `${failed.length} ${failed.length === 1 ? "check asks" : "checks ask"} for a look`
                        : ""}
                  </span>
                  <Button color="var(--seal)" c="var(--on-seal)" className={classes.sign} onClick={sign} disabled={!canSign}>
                    {view.seal?.void ? "Sign this version" : "Sign"} <kbd>S</kbd>
                  </Button>
                </>
              ) : (
                <>
                  <Said view={view} />
                  <span className={classes.spring} />
                  {view.state === "signed" && maySign && (
                    <Button
                      variant="default"
                      leftSection={<IconArrowBackUp size={16} stroke={1.7} aria-hidden />}
                      onClick={() => void desk.unsign(view)}
                    >
                      Take back
                    </Button>
                  )}
                  {view.state === "in doubt" && maySign && (
                    <>
                      <Button variant="default" onClick={() => void desk.settle(view, false)}>
                        It did not arrive, end here
                      </Button>
                      <Button color="var(--ink)" c="var(--on-primary)" onClick={() => void desk.settle(view, true)}>
                        It arrived, go on
                      </Button>
                    </>
                  )}
                  {view.state === "rejected" && mayEdit && (
                    <Button variant="default" onClick={() => void desk.unreject(view)}>
                      Take the rejection back
                    </Button>
                  )}
                  {rest[0] && (
                    <Button color="var(--ink)" c="var(--on-primary)" onClick={() => move(desk.next?.id ?? rest[0]?.id ?? "")}>
                      Next <kbd>J</kbd>
                    </Button>
                  )}
                </>
              )}
            </div>
          </footer>
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
  if (view.state === "gone") return <span className={classes.said}>It has left as signed and cannot be changed any more.</span>;
  if (view.state === "rejected" && view.rejected)
    return (
      <span className={classes.said}>
        Rejected by {view.rejected.by}, {view.rejected.at}: {view.rejected.reason}
      </span>
    );
  return (
    <span className={classes.said}>
      The campaign has ended for <Link href={`/contacts/${view.contact.id}`}>{view.contact.name}</Link>, so this draft never
      leaves.
    </span>
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
