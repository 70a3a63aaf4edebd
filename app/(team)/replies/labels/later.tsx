"use client";

import { Button, TextInput } from "@mantine/core";
import { useState } from "react";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import { sayDay } from "@/app/ui/words/clock";
import { sayCount } from "@/app/ui/words/count-words";
import type { ThreadView } from "@/lib/answers/thread-view";
import { goOnAction, labelThreadAction, restoreLabelAction, takeBackGoingOnAction } from "../label-actions";
import { firstNameOf } from "../name-them";
import { restoreThreadAction, snoozeThreadAction } from "../thread-actions";
import classes from "./labels.module.css";
import { dateOf, morningOf } from "./morning-of";
import { type Changed, useLabel } from "./use-label";

type Props = { view: ThreadView; timezone: string; onChanged: Changed; close: () => void };

/** When to come back to somebody, and how: the campaign goes on by itself, or somebody is reminded and writes. */
export function Later({ view, timezone, onChanged, close }: Props) {
  const { run, busy, problem } = useLabel(view, onChanged);
  const { days, goesOn, laterOn, held } = view.label;
  const offered = days.some(({ day }) => day === laterOn) || !laterOn;
  const [chosen, setChosen] = useState(offered ? (laterOn ?? days[0]?.day ?? "") : "other");
  const [other, setOther] = useState(laterOn ?? "");
  const now = new Date();
  const tomorrow = new Date(now.getTime() + 86_400_000).toISOString().slice(0, 10);
  const day = chosen === "other" ? other : chosen;
  const isSound = /^\d{4}-\d\d-\d\d$/.test(day) && day >= tomorrow;
  const said = (of: string) => sayDay(dateOf(of), now, "UTC");
  const called = firstNameOf(view.contact);
  const may = held.length > 0 ? [] : goesOn.filter(({ stays }) => stays === null);
  const stay = goesOn.filter(({ stays }) => stays !== null);
  const then = isSound ? said(day) : "that day";

  const goOn = ({ campaignContactId, campaign }: (typeof goesOn)[number]) =>
    run(async () => {
      const result = await goOnAction({ threadId: view.id, version: view.version, campaignContactId, day });
      if (!result.ok) return result;
      const { holdId, toReview } = result.data;
      toast(`${campaign} goes on for ${called} ${said(day)}.`, {
        detail:
          toReview > 0 ? `${sayCount(toReview, "mail that was signed is", "mails that were signed are")} in Review again.` : "",
        back: () =>
          run(async () => {
            const undone = await takeBackGoingOnAction({ threadId: view.id, holdId });
            toast(undone.ok ? `${campaign} stays ended for ${called}.` : undone.error.message, { trouble: !undone.ok });
            return undone;
          }),
        backKey: "Z",
      });
      return result;
    }, close);

  const remind = () =>
    run(async () => {
      const labelled = await labelThreadAction({ threadId: view.id, label: "later", laterOn: day });
      if (!labelled.ok) return labelled;
      const { before } = labelled.data;
      const result = await snoozeThreadAction({ threadId: view.id, until: morningOf(day, timezone).toISOString() });
      if (!result.ok) return result;
      const { before: place } = result.data;
      toast(`${called} is back here ${said(day)}.`, {
        back: () =>
          run(async () => {
            const undone = await restoreThreadAction({ threadId: view.id, before: place });
            if (undone.ok) await restoreLabelAction({ threadId: view.id, before });
            toast(undone.ok ? "The thread is as it was." : undone.error.message, { trouble: !undone.ok });
            return undone;
          }),
        backKey: "Z",
      });
      return result;
    }, close);

  return (
    <>
      <fieldset className={classes.days}>
        <legend>When may {called} be asked again?</legend>
        {days.map(({ day: one, words, said: theirs }, at) => (
          <label key={one}>
            <input
              type="radio"
              name="day"
              checked={chosen === one}
              data-autofocus={at === 0 || undefined}
              onChange={() => setChosen(one)}
            />
            <span>{said(one)}</span>
            <small>{theirs ? `“${words}”, as they wrote` : words}</small>
          </label>
        ))}
        <label>
          <input type="radio" name="day" checked={chosen === "other"} onChange={() => setChosen("other")} />
          <span>Another day</span>
        </label>
        {chosen === "other" && (
          <TextInput
            type="date"
            aria-label="Another day"
            value={other}
            min={tomorrow}
            error={other === "" || isSound ? null : "Choose a day ahead."}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
        )}
      </fieldset>
      <p className={classes.amounts}>
        {may.map(({ campaignContactId, campaign, step }) => (
          <span key={campaignContactId}>
            <strong>Go on then</strong> and {campaign} goes on with {step} when its window opens on {then}; what was signed before
            goes back to Review, because nobody knew this answer.{" "}
          </span>
        ))}
        {may.length > 0 ? "Or be " : "Be "}
        <strong>reminded</strong>: the thread rests until {then} and you write yourself.
      </p>
      {stay.map(({ campaignContactId, campaign, stays }) => (
        <p key={campaignContactId} className={classes.amounts}>
          {campaign} stays ended for {called}: {stays}.
        </p>
      ))}
      <div className={classes.acts}>
        {may.map((one) => (
          <Button
            key={one.campaignContactId}
            color="var(--ink)"
            {...(isSound ? { c: "var(--on-primary)" } : {})}
            h={36}
            loading={busy}
            disabled={!isSound}
            onClick={() => goOn(one)}
          >
            {may.length > 1 ? `Go on then: ${one.campaign}` : "Go on then"}
          </Button>
        ))}
        <Button variant="default" h={36} disabled={!isSound || busy} onClick={remind}>
          Remind me then
        </Button>
      </div>
      <Problem>{problem}</Problem>
    </>
  );
}
