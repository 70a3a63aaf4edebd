"use client";
import { useAct } from "@/app/ui/act/use-act";
import { LaterValue } from "@/app/ui/loading/later-value";
import { Problem } from "@/app/ui/problem/problem";
import { nameCity } from "@/lib/schedule/words/name-city";
import { chooseZoneAction } from "../../zone-actions";
import classes from "../settings.module.css";
import own from "./own-zone.module.css";

const loadZone = async () => (await import("./open-zone")).OpenZone;

type Props = { used: string; isOwn: boolean; team: string; zones: string[] };

/** On which clock times are said to the reader alone, and the way back to the team's. @param props.used that clock, which is their own choice or the team's. */
export function OwnZone({ used, isOwn, team, zones }: Props) {
  const { act, busy, problem } = useAct();
  const choose = (timezone: string | null, close?: () => void) => act(() => chooseZoneAction({ timezone }), close);
  return (
    <section id="clock">
      <h2>Your clock</h2>
      <p className={classes.sentence}>
        {"Times are said to you on the clock of "}
        <LaterValue
          name="Your clock"
          text={nameCity(used)}
          disabled={busy}
          about={{ zones, used, onPick: choose }}
          load={loadZone}
        />
        {isOwn ? "." : ", as the team."}
      </p>
      {isOwn && (
        <button type="button" className={own.inline} disabled={busy} onClick={() => choose(null)}>
          As the team, in {nameCity(team)}
        </button>
      )}
      <p className={classes.caption}>What the team counts in a day, and when mail leaves, stays as it is: no mail moves.</p>
      <Problem className={classes.problem}>{problem}</Problem>
    </section>
  );
}
