"use client";

import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { LaterDrawer } from "@/app/ui/loading/later-drawer";
import type { ThreadView } from "@/lib/answers/thread-view";
import type { SnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import type { ThreadList as List } from "@/lib/threads/thread";
import { AnswerBox } from "../answer/answer-box";
import { LabelBar } from "../labels/label-bar";
import { ThreadAside } from "../thread/thread-aside";
import { ThreadLetters } from "../thread/thread-letters";
import { useThreadActs } from "./acts/use-thread-acts";
import classes from "./desk.module.css";
import { type Panel, ThreadHead } from "./head/thread-head";
import { type NextAwake, Nothing } from "./list/nothing";
import { ThreadList } from "./list/thread-list";
import { PresenceLine } from "./presence/presence-line";
import { useDeskList } from "./use-desk-list";
import { useOpenThread } from "./use-open-thread";
import { usePresence } from "./use-presence";
import { useSeen } from "./use-seen";

type Props = {
  list: List;
  /** The thread that is open. */
  served: string | null;
  /** The address names it. */
  isNamed: boolean;
  view: ThreadView | null;
  awake: NextAwake | null;
  offers: SnoozeTimes["offers"];
  /** When the server read all this. */
  asOf: string;
  me: string;
  timezone: string;
  mayAnswer: boolean;
  mayWork: boolean;
};

/** The list, the thread beside it, and whom it is with. */
export function ThreadDesk({
  list: latest,
  served,
  isNamed,
  view: fromServer,
  awake,
  offers,
  asOf,
  me,
  timezone,
  mayAnswer,
  mayWork,
}: Props) {
  const router = useRouter();
  const desk = useDeskList(latest);
  const all = [...desk.rows, ...desk.earlier];
  const open = useOpenThread({ all, list: latest, served, isNamed, view: fromServer });
  const { current, view } = open;
  const [writing, setWriting] = useState(false);
  const [panel, setPanel] = useState<Panel>(null);
  const [details, setDetails] = useState(false);
  const stage = useRef<HTMLDivElement>(null);
  const offline = useConnection().since !== null;
  const { others, tellTyping } = usePresence(view && open.isOpened && !offline ? view.id : null);
  useSeen(mayWork ? view : undefined, open.isOpened, desk.markRead);

  // Another thread begins at its end, where the newest letter is, and nothing of the one before stands open.
  const [openOf, setOpenOf] = useState(current);
  if (openOf !== current) {
    setOpenOf(current);
    setWriting(false);
    setPanel(null);
    setDetails(false);
  }
  const { takeBack } = desk;
  useEffect(() => {
    // Whoever came back to what they had settled finds it in the list, too.
    if (current) takeBack(current);
    stage.current?.scrollTo(0, stage.current.scrollHeight);
  }, [current, takeBack]);

  const leave = (id: string) => {
    if (id !== current) return desk.drop(id);
    const next = all.slice(all.findIndex((row) => row.id === id) + 1).find((row) => desk.rows.includes(row));
    const before = desk.rows.findLast((row) => row.id !== id);
    desk.drop(id);
    open.show((next ?? before)?.id ?? null);
  };
  const comeBack = (id: string, show = true) => {
    desk.takeBack(id);
    if (show) open.show(id);
  };
  const acts = useThreadActs({
    filter: latest.filter,
    me,
    leave,
    comeBack,
    reload: open.reload,
  });
  const move = (id: string | undefined) => id !== undefined && open.show(id);
  const step = (by: 1 | -1) => move(open.beside(by));
  const onChanged = useCallback(
    (what: "changed" | "moveOn") => {
      if (!current) return;
      if (what === "moveOn") leaveLatest.current(current);
      void open.reload(current);
      router.refresh();
    },
    [current, open.reload, router],
  );
  const leaveLatest = useRef(leave);
  leaveLatest.current = leave;
  const mayAct = view !== undefined && mayWork && !offline;
  const settle = () => {
    if (!view) return;
    void (view.state === "done" ? acts.reopen(view) : acts.settle(view));
  };
  // Letters rest while something is open over the page.
  const isCovered = panel !== null || details;
  useHotkeys(
    isCovered
      ? {}
      : {
          "mod+z": () => acts.takeLast(),
          j: () => step(1),
          k: () => step(-1),
          r: mayAnswer && view !== undefined && once(() => setWriting(true)),
          a: mayAct && once(() => setPanel("assign")),
          z: mayAct && once(() => setPanel("snooze")),
          // A key that is held down settles no thread that nobody has seen.
          e: mayAct && once(settle),
          escape: open.isOpened && writing && (() => setWriting(false)),
        },
  );

  const nothing = (
    <Nothing
      filter={latest.filter}
      mailboxId={latest.mailboxId}
      awake={awake}
      hasAny={latest.earlier.length > 0 || Object.entries(latest.counts).some(([of, count]) => of !== "other" && count > 0)}
      asOf={new Date(asOf)}
      timezone={timezone}
    />
  );
  return (
    <div className={classes.desk} data-desk data-opened={open.isOpened || undefined} data-wide={current === null || undefined}>
      <h1 className={classes.spoken}>Replies</h1>
      <p className={classes.spoken} role="status">
        {view && `${view.contact.name}: ${view.subject}`}
      </p>
      <div className={classes.left}>
        <ThreadList
          desk={desk}
          latest={latest}
          current={current}
          me={me}
          asOf={new Date(asOf)}
          timezone={timezone}
          mayExport={mayWork}
          nothing={nothing}
          onPick={(id) => open.show(id, "push")}
          onStep={step}
        />
      </div>
      <div className={classes.middle}>
        {view ? (
          <>
            <ThreadHead
              view={view}
              me={me}
              mayWork={mayWork}
              offline={offline}
              offers={offers}
              panel={panel}
              setPanel={setPanel}
              onAssign={(to) => {
                setPanel(null);
                void acts.assign(view, to);
              }}
              onSnooze={(until, words) => {
                setPanel(null);
                void acts.snooze(view, until, words);
              }}
              onDone={settle}
              onReopen={() => void acts.reopen(view)}
              onDetails={() => setDetails(true)}
              onClose={open.close}
            />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys. */}
            <section className={classes.stage} ref={stage} tabIndex={0} aria-label="Letters">
              <ThreadLetters key={view.id} view={view} timezone={timezone} />
            </section>
            {/* biome-ignore lint/a11y/noStaticElementInteractions: it only hears what is pressed in the box inside. */}
            <div
              className={classes.foot}
              data-writing={writing}
              onKeyDown={(event) => {
                if (event.key === "Escape" && writing && !event.defaultPrevented) setWriting(false);
              }}
            >
              <PresenceLine others={others} />
              <LabelBar key={`${view.id} label`} view={view} timezone={timezone} mayLabel={mayWork} onChanged={onChanged} />
              <AnswerBox
                key={view.id}
                view={view}
                timezone={timezone}
                mayAnswer={mayAnswer}
                onChanged={onChanged}
                writing={writing}
                onWriting={setWriting}
                onLead={comeBack}
                onTyping={tellTyping}
              />
            </div>
          </>
        ) : current ? (
          <p className={classes.loading} role="status">
            {open.trouble ?? "Reading the thread…"}
          </p>
        ) : (
          <div className={classes.nothing}>{nothing}</div>
        )}
      </div>
      {view && (
        <>
          <div className={classes.right}>
            <ThreadAside view={view} timezone={timezone} />
          </div>
          <LaterDrawer opened={details} onClose={() => setDetails(false)} position="right" size={320} title={view.contact.name}>
            <ThreadAside view={view} timezone={timezone} />
          </LaterDrawer>
        </>
      )}
    </div>
  );
}
