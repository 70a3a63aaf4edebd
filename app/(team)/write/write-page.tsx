"use client";

import { SegmentedControl } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { useConnection } from "@/app/ui/live/live-provider";
import { LaterDrawer } from "@/app/ui/loading/later-drawer";
import { Problem } from "@/app/ui/problem/problem";
import type { LetterView } from "@/lib/letters/letter";
import type { Starts } from "@/lib/templates/read-starts";
import { Arrives } from "./arrives/arrives";
import { Checks } from "./checks/checks";
import { ForEach } from "./checks/for-each";
import { gatherChecks } from "./checks/gather-checks";
import { WriteFoot } from "./foot/write-foot";
import type { Mailbox } from "./form/from-menu";
import { LaterDraft } from "./form/later-draft";
import { WriteForm } from "./form/write-form";
import { OverLetter } from "./over-letter";
import type { Form } from "./state/form-of";
import { useActs } from "./state/use-acts";
import { useLetter } from "./state/use-letter";
import { useMove } from "./state/use-move";
import { useShown } from "./state/use-shown";
import { TwoTexts } from "./two-texts";
import classes from "./write.module.css";
import { WriteHead } from "./write-head";

type Props = {
  letterId: string;
  served: LetterView | null;
  start: Form;
  from: string;
  mailboxes: Mailbox[];
  starts: Starts;
  /** "2026-11-23" and the zone it is a day of, with its town. */
  today: string;
  city: string;
  mayLift: boolean;
  modelConfigured: boolean;
};

/** The page of one letter: what is typed, the letter as it arrives, and what speaks for and against it. */
export function WritePage(props: Props) {
  const { letterId, served, start, from, mailboxes, starts, today, city, mayLift, modelConfigured } = props;
  const router = useRouter();
  const letter = useLetter({ letterId, served, start });
  const acts = useActs(letter, from);
  const [tab, setTab] = useState<"write" | "arrives">("write");
  const [drawer, setDrawer] = useState(false);
  const offline = useConnection().since !== null;
  const { view, form } = letter;
  const mails = view?.mails ?? [];
  const { shown, seen, show, turn } = useShown(mails, tab === "arrives");
  // Before the first word, that there is none is no news.
  const isBlank = form.subject.trim() === "" && form.body.trim() === "";
  const checks = gatherChecks(mails).filter((check) => check.passes || !isBlank || !["subject", "text"].includes(check.name));
  const move = useMove(() => router.refresh());
  useHotkeys(
    {
      "mod+enter": (event) => {
        // What is open over the page has its own keys; a key that is held down signs once.
        if (event.target instanceof Element && event.target.closest('[role="dialog"]')) return false;
        if (!event.repeat) void acts.sign();
      },
    },
    { of: "always", first: true },
  );
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
      const { target } = event;
      if (by === 0 || !event.altKey || event.metaKey || event.ctrlKey || event.shiftKey) return;
      // While one writes it moves the caret by a word.
      if (target instanceof HTMLElement && (target.isContentEditable || target.closest("input, textarea, [role=dialog]"))) return;
      event.preventDefault();
      turn(by);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  });
  if (view && view.state !== "draft") {
    return (
      <OverLetter
        view={view}
        from={from}
        busy={acts.busy}
        problem={acts.problem}
        unkept={!letter.isKept()}
        onTakeBack={acts.takeBack}
        onRestore={acts.restore}
      />
    );
  }
  const facts = (
    <>
      <Checks checks={checks} mayLift={mayLift} busy={move.busy} onMove={move.move} />
      <ForEach
        mails={mails}
        seen={seen}
        onShow={(draftId) => {
          show(draftId);
          setDrawer(false);
          setTab("arrives");
        }}
        onThread={(contactId, isNew) =>
          letter.change({
            newThreads: isNew ? [...form.newThreads, contactId] : form.newThreads.filter((id) => id !== contactId),
          })
        }
      />
      <section className={classes.after} aria-label="After it left">
        <h2>After it left</h2>
        <p>A reply shows on their page and on Today. Nothing follows by itself.</p>
      </section>
    </>
  );
  return (
    <div className={classes.page} data-desk data-tab={tab}>
      <WriteHead
        from={from}
        badge="Draft"
        pending={letter.pending}
        saved={letter.saved}
        onDiscard={() => void acts.discard()}
        onChecks={() => setDrawer(true)}
      />
      <div className={classes.tabs}>
        <SegmentedControl
          aria-label="Write or look"
          fullWidth
          value={tab}
          onChange={(value) => setTab(value === "arrives" ? "arrives" : "write")}
          data={[
            { value: "write", label: "Write" },
            { value: "arrives", label: "As it arrives" },
          ]}
        />
      </div>
      <div className={classes.columns}>
        <div className={classes.left}>
          {letter.theirs && <TwoTexts theirs={letter.theirs} onTheirs={letter.loadTheirs} onMine={letter.keepMine} />}
          <Problem ground className={classes.problem}>
            {acts.problem ?? move.problem}
          </Problem>
          <WriteForm
            letter={letter}
            mailboxes={mailboxes}
            starts={starts}
            shown={shown}
            modelButton={modelConfigured && <LaterDraft letter={letter} templates={starts.templates} />}
          />
        </div>
        <div className={classes.middle}>
          <Arrives mails={mails} shown={shown} coming={form.people.length > 0 && letter.problem === null} onShow={show} />
        </div>
        <aside className={classes.right} aria-label="Checks and what it is for each">
          {facts}
        </aside>
      </div>
      <WriteFoot
        view={view}
        leave={form.leave}
        today={today}
        city={city}
        checks={checks}
        blank={isBlank && mails.length > 0}
        stands={offline ? "Nothing can be signed without a connection" : letter.theirs ? "Choose whose text stays" : null}
        signing={acts.busy}
        onLeave={(leave) => letter.change({ leave })}
        onDiscard={() => void acts.discard()}
        onSign={() => void acts.sign()}
        onChecks={() => setDrawer(true)}
      />
      <LaterDrawer
        opened={drawer}
        onClose={() => setDrawer(false)}
        position="right"
        size={340}
        padding={0}
        title="Before you sign"
        classNames={{ header: classes.drawerHead ?? "" }}
        overlayProps={{ color: "#15201A", backgroundOpacity: 0.3 }}
      >
        {facts}
      </LaterDrawer>
    </div>
  );
}
