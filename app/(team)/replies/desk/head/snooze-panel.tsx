"use client";

import { Button, TextInput } from "@mantine/core";
import { useEffect, useState } from "react";
import { sentenceOf } from "@/app/ui/act/sentence-of";
import { readClock } from "@/app/ui/fields/read-clock";
import { noAnswer } from "@/app/ui/words/away";
import type { SnoozeTimes } from "@/lib/threads/snooze/read-snooze-times";
import { readSnoozeTimesAction } from "../../thread-actions";
import { Choices } from "./choices";
import classes from "./choices.module.css";

type Props = {
  /** As the page was read; asked anew when it opens, since a page may stand open overnight. */
  offers: SnoozeTimes["offers"];
  onPick: (until: string, words: string) => void;
};

const choose = "choose";

/** Until when a thread rests: a time that offers itself, with what it amounts to, or any other. */
export function SnoozePanel({ offers: served, onPick }: Props) {
  const [offers, setOffers] = useState(served);
  const [choosing, setChoosing] = useState(false);
  useEffect(() => {
    let over = false;
    void readSnoozeTimesAction({ asked: null })
      .then((result) => result.ok && !over && setOffers(result.data.offers))
      // What was read with the page stands as well.
      .catch(() => null);
    return () => {
      over = true;
    };
  }, []);
  if (choosing) return <ChooseDay onPick={onPick} begin={offers.find(({ name }) => name.endsWith("morning"))?.day ?? ""} />;
  return (
    <Choices
      label="Snooze until"
      typeAhead={false}
      choices={[
        ...offers.map(({ name, words, at }) => ({ key: at, name, detail: words })),
        { key: choose, name: "Choose a day…" },
      ]}
      onPick={(key) => {
        const offer = offers.find(({ at }) => at === key);
        if (offer) onPick(offer.at, offer.words);
        else setChoosing(true);
      }}
    />
  );
}

const quietMs = 150;

/** Any day and time on the team's clocks, said in words before it counts. */
function ChooseDay({ onPick, begin }: { onPick: Props["onPick"]; begin: string }) {
  const [day, setDay] = useState(begin);
  const [time, setTime] = useState("9:00");
  const [chosen, setChosen] = useState<(SnoozeTimes["chosen"] & { of: string }) | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const clock = readClock(time);
  const asked = `${day} ${clock}`;
  useEffect(() => {
    if (!day || !clock || clock === "24:00") return;
    let over = false;
    const timer = setTimeout(async () => {
      const result = await readSnoozeTimesAction({ asked: { day, time: clock } }).catch(() => null);
      if (over) return;
      setProblem(result ? (result.ok ? null : sentenceOf(result.error)) : noAnswer);
      if (result?.ok && result.data.chosen) setChosen({ ...result.data.chosen, of: `${day} ${clock}` });
    }, quietMs);
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }, [day, clock]);
  const sound = chosen && chosen.of === asked && !chosen.isOver ? chosen : null;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) onPick(sound.at, sound.words);
      }}
    >
      <h3 className={classes.title}>Snooze until</h3>
      <div className={classes.fields}>
        <TextInput
          type="date"
          aria-label="Day"
          value={day}
          max="9999-12-31"
          data-autofocus
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput aria-label="Time" value={time} autoComplete="off" onChange={(event) => setTime(event.currentTarget.value)} />
      </div>
      <p className={classes.said} role="status">
        {problem ??
          (clock === null
            ? "Write a time as 9:00."
            : chosen?.of === asked
              ? `${chosen.words}${chosen.isOver ? " has passed." : ""}`
              : "")}
      </p>
      <Button type="submit" fullWidth disabled={!sound} color="var(--ink)" c="var(--on-primary)">
        Snooze <kbd>↵</kbd>
      </Button>
    </form>
  );
}
