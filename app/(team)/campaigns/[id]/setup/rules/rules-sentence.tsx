"use client";

import { useAct } from "@/app/ui/act/use-act";
import { EditValue } from "@/app/ui/fields/edit-value";
import { PickValue } from "@/app/ui/fields/pick-value";
import { DaysForm, HoursForm, NumberForm, ZoneForm } from "@/app/ui/fields/rule-forms";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { Theirs } from "@/lib/errors/app-error";
import type { Weekday } from "@/lib/schedule/types";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import { nameCity } from "@/lib/schedule/words/name-city";
import { editAnswerRulesAction, editCampaignAction, editRulesAction } from "../actions";
import { toldBy } from "../say-theirs";
import classes from "../setup.module.css";
import { AsOpened } from "./as-opened";
import { sayHours, sayRule, saySpacing } from "./say-rule";

type Rules = Setup["rules"];

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
  const edit = (change: Partial<Omit<typeof rules, "days">> & { days?: Weekday[] }, known: Rules, close: () => void) => {
    const { days, windowStart, windowEnd, timeZone, dailyLimit, spacingSeconds } = known;
    const from = { days: [...days], windowStart, windowEnd, timeZone, dailyLimit, spacingSeconds };
    act(() => toldBy(editRulesAction({ campaignId, ...change, from, desk }), timezone, say), close);
  };
  const pick = (change: { listId?: string; senderAccountId?: string }) => {
    const from = { listId: setup.listId, senderAccountId: setup.senderAccountId };
    act(() => toldBy(editCampaignAction({ campaignId, ...change, from, desk }), timezone, say));
  };
  const answer = (change: Partial<typeof answers>, known: typeof answers, close?: () => void) =>
    act(() => toldBy(editAnswerRulesAction({ campaignId, ...change, from: { ...known }, desk }), timezone, say), close);
  const list = setup.lists.find((one) => one.id === setup.listId);
  const mailbox = setup.mailboxes.find((one) => one.id === setup.senderAccountId);
  return (
    <section className={classes.rules} aria-label="Sending rules">
      <p className={classes.sentence}>
        {"Sends "}
        <EditValue name="Days" text={describeDays(rules.days)} disabled={disabled}>
          {(close) => (
            <AsOpened value={rules}>
              {(known) => <DaysForm days={known.days} busy={busy} keep={(days) => edit({ days }, known, close)} />}
            </AsOpened>
          )}
        </EditValue>
        {" between "}
        <EditValue name="Hours" text={sayHours(rules.windowStart, rules.windowEnd)} disabled={disabled}>
          {(close) => (
            <AsOpened value={rules}>
              {(known) => (
                <HoursForm
                  start={known.windowStart}
                  end={known.windowEnd}
                  busy={busy}
                  keep={(windowStart, windowEnd) => edit({ windowStart, windowEnd }, known, close)}
                />
              )}
            </AsOpened>
          )}
        </EditValue>
        {" in "}
        <EditValue name="Time zone" text={nameCity(rules.timeZone)} disabled={disabled}>
          {(close) => (
            <AsOpened value={rules}>
              {(known) => <ZoneForm zones={zones} value={known.timeZone} keep={(timeZone) => edit({ timeZone }, known, close)} />}
            </AsOpened>
          )}
        </EditValue>
        {", at most "}
        <EditValue name="Daily limit" text={`${rules.dailyLimit.toLocaleString("en")} a day`} disabled={disabled}>
          {(close) => (
            <AsOpened value={rules}>
              {(known) => (
                <NumberForm
                  label="Mails a day, at most"
                  value={known.dailyLimit}
                  least={1}
                  most={10_000}
                  busy={busy}
                  keep={(dailyLimit) => edit({ dailyLimit }, known, close)}
                />
              )}
            </AsOpened>
          )}
        </EditValue>
        {", "}
        <EditValue name="Spacing" text={saySpacing(rules.spacingSeconds)} disabled={disabled}>
          {(close) => (
            <AsOpened value={rules}>
              {(known) => (
                <NumberForm
                  label="Seconds between two mails"
                  value={known.spacingSeconds}
                  least={0}
                  most={86_400}
                  busy={busy}
                  keep={(spacingSeconds) => edit({ spacingSeconds }, known, close)}
                />
              )}
            </AsOpened>
          )}
        </EditValue>
        {", from "}
        <PickValue
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
        <PickValue
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
        <PickValue
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
        <EditValue name="Away" text={answers.awayDays === 1 ? "1 day" : `${answers.awayDays} days`} disabled={disabled}>
          {(close) => (
            <AsOpened value={answers}>
              {(known) => (
                <NumberForm
                  label="Days, where no date is named"
                  value={known.awayDays}
                  least={1}
                  most={90}
                  busy={busy}
                  keep={(awayDays) => answer({ awayDays }, known, close)}
                />
              )}
            </AsOpened>
          )}
        </EditValue>
        .
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
