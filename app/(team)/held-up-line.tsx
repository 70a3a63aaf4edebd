import { IconClockPause } from "@tabler/icons-react";
import Link from "next/link";
import { sayMoment } from "@/app/ui/words/clock";
import type { HeldUpFor } from "@/lib/engine/read-held-up";
import classes from "./held-up-line.module.css";

type Props = { held: HeldUpFor | null; timezone: string; now: Date };

/** On top of Today while the job runner is silent: since when, that nothing is lost, and who can do something about it. */
export function HeldUpLine({ held, timezone, now }: Props) {
  if (!held) return null;
  const [name] = held.askThem;
  return (
    <div className={classes.strip} role="status">
      <IconClockPause size={18} stroke={1.7} aria-hidden />
      <p>
        <strong>Mail is being held up:</strong> the job runner has not answered
        {held.since === null ? " yet" : ` since ${sayMoment(new Date(held.since), now, timezone).replace(/^today /, "")}`}.
        Nothing is lost; mail goes on when it answers.{" "}
        {!held.mayLook && (
          <>
            <bdi>{name ?? "Somebody"}</bdi> (administrator) can look under Settings → Engine.
          </>
        )}
      </p>
      {held.mayLook && <Link href="/settings/engine">What to do</Link>}
    </div>
  );
}
