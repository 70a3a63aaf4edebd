"use client";

import { useAct } from "@/app/ui/act/use-act";
import type { Pressed } from "@/app/ui/loading/later-part";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { LaterValue } from "@/app/ui/loading/later-value";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { Theirs } from "@/lib/errors/app-error";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import { nameCity } from "@/lib/schedule/words/name-city";
import { editAnswerRulesAction, editCampaignAction, editRulesAction } from "../actions";
import { toldBy } from "../say-theirs";
import classes from "../setup.module.css";
import type { EditRules, KeepAnswers, Shown } from "./open-rules";
import { sayHours, sayRule, saySpacing } from "./say-rule";

const load = () => import("./open-rules");
const loadDays = async () => (await load()).OpenDays;
const loadHours = async () => (await load()).OpenHours;
const loadZone = async () => (await load()).OpenZone;
const loadNumber = async () => (await load()).OpenNumber;
const loadAway = async () => (await load()).OpenAway;

/** When and how much a campaign sends, as sentences whose values open small forms, and what they amount to. */
export function RulesSentence({
  setup,
  outcome,
  zones,
  timezone,
  desk,
  mayEdit,
}: {
  setup: Setup;
  outcome: string;
  zones: string[];
  timezone: string;
  desk: string;
  mayEdit: boolean;
}) {
  const { act, busy, problem } = useAct();
  const { rules, answers } = setup;
  const campaignId = setup.id;
  const disabled = !mayEdit || busy;
  const say = (field: string, { [field]: theirs }: Record<string, Theirs>) => sayRule(setup, field, theirs?.value);
  const edit: EditRules = (change, known, close) => {
    const { days, windowStart, windowEnd, timeZone, dailyLimit, spacingSeconds } = known;
    const from = { days: [...days], windowStart, windowEnd, timeZone, dailyLimit, spacingSeconds };
    act(() => toldBy(editRulesAction({ campaignId, ...change, from, desk }), timezone, say), close);
  };
  const pick = (change: { listId?: string; senderAccountId?: string }) => {
    const from = { listId: setup.listId, senderAccountId: setup.senderAccountId };
    act(() => toldBy(editCampaignAction({ campaignId, ...change, from, desk }), timezone, say));
  };
  const answer: KeepAnswers = (change, known, close) =>
    act(() => toldBy(editAnswerRulesAction({ campaignId, ...change, from: { ...known }, desk }), timezone, say), close);
  const value = <About extends object>(name: string, text: string, about: About, part: () => Promise<Pressed<About & Shown>>) => (
    <LaterValue name={name} text={text} disabled={disabled} about={{ ...about, name, text, busy }} load={part} />
  );
  const list = setup.lists.find((one) => one.id === setup.listId);
  const mailbox = setup.mailboxes.find((one) => one.id === setup.senderAccountId);
  return (
    <section className={classes.rules} aria-label="Sending rules">
      <p className={classes.sentence}>
        {"Sends "}
        {value("Days", describeDays(rules.days), { rules, edit }, loadDays)}
        {" between "}
        {value("Hours", sayHours(rules.windowStart, rules.windowEnd), { rules, edit }, loadHours)}
        {" in "}
        {value("Time zone", nameCity(rules.timeZone), { rules, edit, zones }, loadZone)}
        {", at most "}
        {value(
          "Daily limit",
          `${rules.dailyLimit.toLocaleString("en")} a day`,
          { rules, edit, of: "dailyLimit" as const },
          loadNumber,
        )}
        {", "}
        {value("Spacing", saySpacing(rules.spacingSeconds), { rules, edit, of: "spacingSeconds" as const }, loadNumber)}
        {", from "}
        <LaterPick
          name="Mailbox"
          value={setup.senderAccountId ?? ""}
          disabled={disabled || setup.mailboxes.length === 0}
          choices={[
            ...(mailbox ? [] : [{ value: "", label: setup.mailboxes.length === 0 ? "no mailbox yet" : "choose a mailbox" }]),
            ...setup.mailboxes.map((one) => ({
              value: one.id,
              label: one.email,
              about: one.connected ? "connected" : "signed out",
            })),
          ]}
          onPick={(senderAccountId) => senderAccountId && pick({ senderAccountId })}
        />
        {", to "}
        <LaterPick
          name="List"
          value={setup.listId ?? ""}
          disabled={disabled || setup.lists.length === 0}
          choices={[
            ...(list ? [] : [{ value: "", label: setup.lists.length === 0 ? "no list yet" : "choose a list" }]),
            ...setup.lists.map((one) => ({ value: one.id, label: one.name, about: `${one.people.toLocaleString("en")} people` })),
          ]}
          onPick={(listId) => listId && pick({ listId })}
        />
        {". An answer stops "}
        <LaterPick
          name="An answer stops"
          value={answers.replyStops}
          disabled={disabled}
          choices={[
            { value: "person", label: "The person", said: "the person", about: "who answered" },
            {
              value: "company",
              label: "Everybody of their company",
              said: "everybody of their company",
              about: "free-mail addresses stand apart",
            },
          ]}
          onPick={(replyStops) => answer({ replyStops }, answers)}
        />
        {"; who is away without a date waits "}
        {value("Away", answers.awayDays === 1 ? "1 day" : `${answers.awayDays} days`, { answers, keep: answer }, loadAway)}.
      </p>
      <p className={classes.outcome}>{outcome}</p>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
