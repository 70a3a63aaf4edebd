"use client";

import { Button } from "@mantine/core";
import { IconAlertTriangle, IconChevronUp, IconClock, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { LaterDrawer, loadDrawer } from "@/app/ui/loading/later-drawer";
import { near } from "@/app/ui/loading/near";
import type { LetterView } from "@/lib/letters/letter";
import { findBlock, type Gathered } from "../checks/gather-checks";
import classes from "./foot.module.css";
import { AtATime, LeaveChoice } from "./leave-choice";
import { sayButton, sayDay, sayLeave, toSign } from "./say-leave";

type Leave = LetterView["leave"];
type Props = {
  view: LetterView | null;
  leave: Leave;
  today: string;
  city: string;
  checks: Gathered[];
  /** Why nothing can be signed now, besides a check. */
  stands: string | null;
  /** Nothing is written yet. */
  blank: boolean;
  signing: boolean;
  onLeave: (leave: Leave) => void;
  onDiscard: () => void;
  onSign: () => void;
  onChecks: () => void;
};

/** Discards it, says when it leaves, and signs. */
export function WriteFoot(props: Props) {
  const { view, leave, today, city, checks, stands, blank, signing, onLeave, onDiscard, onSign, onChecks } = props;
  const [times, setTimes] = useState(false);
  const mails = toSign(view?.mails ?? []);
  const said = sayLeave(mails, leave);
  const resumes = mails.length > 0 ? view?.resumes : null;
  const failed = checks.filter((check) => !check.passes);
  const block = findBlock(checks);
  const asks = block
    ? block.title
    : failed.length > 0
      ? `${failed.length} ${failed.length === 1 ? "check asks" : "checks ask"} for a look`
      : null;
  const canSign = mails.length > 0 && !block && !blank && !stands && !said.never;
  const sentence = (
    <span className={classes.sentence} data-early={said.early || said.never || undefined} role="status">
      {/* That it leaves within a minute would not be true. */}
      {!(resumes && leave.kind === "now") && said.words} {resumes && sayResumes[resumes]}
    </span>
  );
  const choice = <LeaveChoice leave={leave} today={today} onChange={onLeave} />;
  const at = <AtATime leave={leave} today={today} city={city} onChange={onLeave} />;
  return (
    <footer className={classes.foot}>
      {failed[0] && (
        <button
          type="button"
          className={classes.phoneChecks}
          {...near(loadDrawer)}
          onClick={onChecks}
          data-stops={block !== null || undefined}
        >
          <IconAlertTriangle size={18} stroke={1.7} aria-hidden />
          <span>
            <strong>{failed[0].title}</strong>
            {failed.length > 1 && `${failed.length - 1} more ask for a look. `}
            {checks.length - failed.length} other checks pass
          </span>
          <IconChevronUp size={18} stroke={1.7} aria-hidden />
        </button>
      )}
      <div className={classes.acts}>
        <Button
          variant="default"
          className={classes.discard}
          leftSection={<IconTrash size={16} stroke={1.7} aria-hidden />}
          onClick={onDiscard}
        >
          Discard
        </Button>
        <div className={classes.choice}>
          {choice}
          {at}
          {sentence}
        </div>
        <Button
          variant="default"
          className={classes.clock}
          aria-label={`When it leaves: ${sayShort(leave, today)}`}
          leftSection={<IconClock size={20} stroke={1.7} aria-hidden />}
          rightSection={<IconChevronUp size={16} stroke={1.7} aria-hidden />}
          {...near(loadDrawer)}
          onClick={() => setTimes(true)}
        >
          {sayShort(leave, today)}
        </Button>
        <span className={classes.spring} />
        {(stands || asks) && (
          <button
            type="button"
            className={block || stands ? classes.blocked : classes.look}
            {...near(loadDrawer)}
            onClick={onChecks}
          >
            {stands ?? asks}
          </button>
        )}
        {blank && !stands && !asks && <span className={classes.calm}>Nothing is written yet</span>}
        {!stands && !asks && !blank && checks.length > 0 && (
          <button type="button" className={classes.passes} {...near(loadDrawer)} onClick={onChecks}>
            {checks.length} of {checks.length} checks pass
          </button>
        )}
        <Button
          color="var(--seal)"
          c="var(--on-seal)"
          className={classes.sign}
          disabled={!canSign}
          loading={signing}
          onClick={(event) => event.detail < 2 && onSign()}
        >
          {sayButton({ mails, leave, resumes: Boolean(view?.resumes), today })} <CommandKey with="↵" />
        </Button>
      </div>
      <LaterDrawer
        opened={times}
        onClose={() => setTimes(false)}
        position="bottom"
        size={300}
        title="When it leaves"
        classNames={{ content: classes.sheet ?? "" }}
        overlayProps={{ color: "#15201A", backgroundOpacity: 0.3 }}
      >
        <div className={classes.times}>
          {choice}
          {at}
          {sentence}
          <Button fullWidth h={52} color="var(--ink)" c="var(--on-primary)" onClick={() => setTimes(false)}>
            Keep this
          </Button>
        </div>
      </LaterDrawer>
    </footer>
  );
}

const sayResumes = {
  stopped: "Sending is stopped, so it waits until that has ended.",
  mailbox: "Its mailbox is signed out, so it waits until it is connected.",
};

function sayShort(leave: Leave, today: string): string {
  if (leave.kind === "now") return "Now";
  if (leave.kind === "good" || !leave.day) return "Good time";
  const day = sayDay(leave.day, today);
  return `${day === "today" ? "" : `${day.slice(0, 3)} `}${leave.time ?? ""}`;
}
