"use client";
import { useFrame } from "@/app/ui/live/live-provider";
import { LostLine } from "@/app/ui/live/lost-line";
import type { HeldUp } from "@/lib/engine/read-held-up";
import type { Frame } from "@/lib/shell/shell-data";
import { NavLinks } from "./nav-links";
import { Pulse } from "./pulse";

/** The parts of the frame that change by themselves, without the page being read again. */
type Served = { served: Frame };

export function LiveNav({ served, email }: Served & { email: string }) {
  const frame = useFrame(served);
  return (
    <NavLinks
      stopped={frame.pulse.state === "stopped"}
      campaigns={frame.campaigns}
      toReview={frame.toReview}
      toAnswer={frame.toAnswer}
      broken={frame.brokenSettings}
      email={email}
    />
  );
}

export function LivePulse({ served, ...said }: Served & { heldUp: HeldUp | null; timezone: string; mayStop: boolean }) {
  const { pulse, toldAt } = useFrame(served);
  return <Pulse pulse={pulse} asOf={toldAt} {...said} />;
}

export function LiveLost({ served }: Served) {
  return <LostLine pulse={useFrame(served).pulse} />;
}
