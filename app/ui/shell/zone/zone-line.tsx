"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { chooseZoneAction, tellZoneAction } from "@/app/(team)/zone-actions";
import { useAct } from "@/app/ui/act/use-act";
import { Problem } from "@/app/ui/problem/problem";
import { zoneOfBrowser } from "@/app/ui/words/zone";
import { nameCity } from "@/lib/schedule/words/name-city";
import { isSameClock } from "./is-same-clock";
import classes from "./zone-line.module.css";

/** In the browser alone: which zone was offered here and not wanted. */
const declined = "countersign.zone-declined";

type Props = { used: string; isOwn: boolean; tells: boolean };

/**
 * What the browser's zone is good for: the first of a new team's administrators tells it, unseen, once; later it is offered to whoever reads on another clock than
 * the one around them, and never again once it was declined. @param props.used the zone in which times are said. @param props.isOwn it was chosen by its reader.
 */
export function ZoneLine({ used, isOwn, tells }: Props) {
  const router = useRouter();
  const told = useRef(false);
  const [offered, setOffered] = useState<string | null>(null);
  const { act, busy, problem } = useAct();

  useEffect(() => {
    if (!tells || told.current) return;
    told.current = true;
    tellZoneAction({ timezone: zoneOfBrowser() }).then(
      (result) => result.ok && result.data && router.refresh(),
      // Nobody answers: the next page tells it.
      () => {
        told.current = false;
      },
    );
  }, [tells, router]);

  useEffect(() => {
    let over = false;
    if (tells) setOffered(null);
    else
      void zoneToOffer(used).then((zone) => {
        if (!over) setOffered(zone);
      });
    return () => {
      over = true;
    };
  }, [tells, used]);

  if (!offered) return null;
  const decline = () => {
    localStorage.setItem(declined, offered);
    setOffered(null);
  };
  return (
    <section className={classes.line} aria-label="Your clock">
      <p>
        Your browser is in {nameCity(offered)}. Say times in {nameCity(offered)}?
      </p>
      <Problem>{problem}</Problem>
      <button type="button" disabled={busy} onClick={() => act(() => chooseZoneAction({ timezone: offered }))}>
        Say them in {nameCity(offered)}
      </button>
      <button type="button" className={classes.quiet} disabled={busy} onClick={decline}>
        Keep {nameCity(used)}
        {isOwn ? "" : ", as the team"}
      </button>
    </section>
  );
}

/** The zone around whoever reads on another clock; null where they read on their own, or did not want it. */
async function zoneToOffer(used: string): Promise<string | null> {
  const ofBrowser = zoneOfBrowser();
  // UTC is no place: it is what a browser says that does not tell where it is.
  if (ofBrowser === used || ofBrowser === "UTC" || localStorage.getItem(declined) === ofBrowser) return null;
  // Only who is elsewhere needs to know what zones there are.
  const { knownZone } = await import("@/lib/schedule/known-zone");
  const here = knownZone(ofBrowser);
  const wants = here !== null && here !== "UTC" && !isSameClock(here, used, new Date());
  return wants && localStorage.getItem(declined) !== here ? here : null;
}
