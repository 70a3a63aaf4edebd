"use client";

import { Button } from "@mantine/core";
import { IconArrowLeft, IconClock, IconDots, IconUserPlus } from "@tabler/icons-react";
import { LaterPart } from "@/app/ui/loading/later-part";
import type { ThreadView } from "@/lib/answers/thread-view";
import type { SnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import { ActButton } from "./act-button";
import { AssignPanel } from "./assign-panel";
import classes from "./head.module.css";
import { SnoozePanel } from "./snooze-panel";

const loadMore = async () => (await import("./more-menu")).MoreMenu;

export type Panel = "assign" | "snooze" | null;

type Props = {
  view: ThreadView;
  me: string;
  mayWork: boolean;
  offline: boolean;
  offers: SnoozeTimes["offers"];
  panel: Panel;
  setPanel: (panel: Panel) => void;
  onAssign: (to: { id: string; name: string } | null) => void;
  onSnooze: (until: string, words: string) => void;
  onDone: () => void;
  onReopen: () => void;
  onDetails: () => void;
  onClose: () => void;
};

/** What the thread is about, and what can be done with it; each act says its key. */
export function ThreadHead(props: Props) {
  const { view, me, mayWork, offline, panel, setPanel, onClose } = props;
  const isDone = view.state === "done";
  const whose = view.assigned ? (view.assigned.id === me ? "Yours" : view.assigned.name.split(" ")[0]) : "Assign";
  return (
    <header className={classes.head}>
      <button type="button" className={classes.back} onClick={onClose} aria-label="Back to the list">
        <IconArrowLeft size={20} stroke={1.7} aria-hidden />
      </button>
      <h2 className={classes.subject} dir="auto">
        {view.subject || "No subject"}
      </h2>
      {mayWork && (
        <div className={classes.acts}>
          <ActButton
            label="Assign to"
            icon={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
            disabled={offline}
            opened={panel === "assign"}
            setOpened={(opened) => setPanel(opened ? "assign" : null)}
            panel={<AssignPanel view={view} me={me} onPick={props.onAssign} />}
          >
            {view.assigned ? <span className={classes.spoken}>Assigned: </span> : null}
            {whose} <kbd>A</kbd>
          </ActButton>
          <ActButton
            label="Snooze until"
            icon={<IconClock size={18} stroke={1.7} aria-hidden />}
            disabled={offline}
            opened={panel === "snooze"}
            setOpened={(opened) => setPanel(opened ? "snooze" : null)}
            panel={<SnoozePanel offers={props.offers} onPick={props.onSnooze} />}
          >
            Snooze <kbd>Z</kbd>
          </ActButton>
          {isDone || view.state === "snoozed" ? (
            <Button variant="default" disabled={offline} onClick={props.onReopen}>
              Open again {isDone && <kbd>E</kbd>}
            </Button>
          ) : (
            // The next thread stands there at once: the second half of a double click would settle it unread.
            <Button variant="default" disabled={offline} onClick={(event) => event.detail < 2 && props.onDone()}>
              Done <kbd>E</kbd>
            </Button>
          )}
        </div>
      )}
      <LaterPart about={props} load={loadMore}>
        <button type="button" className={classes.more} aria-label="More">
          <IconDots size={20} stroke={1.7} aria-hidden />
        </button>
      </LaterPart>
    </header>
  );
}
