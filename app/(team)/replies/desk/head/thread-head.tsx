"use client";

import { Button, Menu } from "@mantine/core";
import { IconArrowLeft, IconClock, IconDots, IconUserPlus } from "@tabler/icons-react";
import type { ThreadView } from "@/lib/answers/thread-view";
import type { SnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import { ActPanel } from "./act-panel";
import { AssignPanel } from "./assign-panel";
import classes from "./head.module.css";
import { SnoozePanel } from "./snooze-panel";

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
  const toggle = (one: Panel) => setPanel(panel === one ? null : one);
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
          <ActPanel
            label="Assign to"
            opened={panel === "assign"}
            onClose={() => setPanel(null)}
            target={
              <Button
                variant="subtle"
                color="var(--ink-2)"
                className={classes.wide}
                disabled={offline}
                leftSection={<IconUserPlus size={18} stroke={1.7} aria-hidden />}
                onClick={() => toggle("assign")}
              >
                {view.assigned ? <span className={classes.spoken}>Assigned: </span> : null}
                {whose} <kbd>A</kbd>
              </Button>
            }
          >
            <AssignPanel view={view} me={me} onPick={props.onAssign} />
          </ActPanel>
          <ActPanel
            label="Snooze until"
            opened={panel === "snooze"}
            onClose={() => setPanel(null)}
            target={
              <Button
                variant="subtle"
                color="var(--ink-2)"
                className={classes.wide}
                disabled={offline}
                leftSection={<IconClock size={18} stroke={1.7} aria-hidden />}
                onClick={() => toggle("snooze")}
              >
                Snooze <kbd>Z</kbd>
              </Button>
            }
          >
            <SnoozePanel offers={props.offers} onPick={props.onSnooze} />
          </ActPanel>
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
      <More {...props} />
    </header>
  );
}

/** Where there is no room for buttons: the rest of the acts, and whom it is with. */
function More({ mayWork, offline, setPanel, onDetails, view }: Props) {
  return (
    <Menu position="bottom-end" width={220} radius={12} shadow="lg">
      <Menu.Target>
        <button type="button" className={classes.more} aria-label="More">
          <IconDots size={20} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {mayWork && (
          <>
            <Menu.Item className={classes.narrow} disabled={offline} onClick={() => setPanel("assign")}>
              {view.assigned ? `Assigned to ${view.assigned.name}` : "Assign"}
            </Menu.Item>
            <Menu.Item className={classes.narrow} disabled={offline} onClick={() => setPanel("snooze")}>
              Snooze
            </Menu.Item>
          </>
        )}
        <Menu.Item onClick={onDetails}>
          About <bdi>{view.contact.name}</bdi>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
