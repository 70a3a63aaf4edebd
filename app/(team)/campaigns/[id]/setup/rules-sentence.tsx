"use client";

import { useAct } from "@/app/ui/act/use-act";
import { EditValue } from "@/app/ui/fields/edit-value";
import { PickValue } from "@/app/ui/fields/pick-value";
import { DaysForm, HoursForm, NumberForm, ZoneForm } from "@/app/ui/fields/rule-forms";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { Weekday } from "@/lib/schedule/types";
import { describeDays } from "@/lib/schedule/words/describe-rules";
import { formatDuration } from "@/lib/schedule/words/format-duration";
import { nameCity } from "@/lib/schedule/words/name-city";
import { editAnswerRulesAction, editCampaignAction, editRulesAction } from "./actions";
import classes from "./setup.module.css";

/** When and how much a campaign sends, as sentences whose values open small forms, and what they amount to. */
export function RulesSentence({
  setup,
  outcome,
  zones,
  mayEdit,
}: {
  setup: Setup;
  outcome: string;
  zones: string[];
  mayEdit: boolean;
}) {
  const { act, busy, problem } = useAct();
  const { rules, answers } = setup;
  const campaignId = setup.id;
  const disabled = !mayEdit || busy;
  const edit = (change: Partial<Omit<typeof rules, "days">> & { days?: Weekday[] }, close: () => void) =>
    act(() => editRulesAction({ campaignId, ...change }), close);
  const list = setup.lists.find((one) => one.id === setup.listId);
  const mailbox = setup.mailboxes.find((one) => one.id === setup.senderAccountId);
  return (
    <section className={classes.rules} aria-label="Sending rules">
      <p className={classes.sentence}>
        {"Sends "}
        <EditValue name="Days" text={describeDays(rules.days)} disabled={disabled}>
          {(close) => <DaysForm days={rules.days} busy={busy} keep={(days) => edit({ days }, close)} />}
        </EditValue>
        {" between "}
        <EditValue name="Hours" text={hours(rules.windowStart, rules.windowEnd)} disabled={disabled}>
          {(close) => (
            <HoursForm
              start={rules.windowStart}
              end={rules.windowEnd}
              busy={busy}
              keep={(windowStart, windowEnd) => edit({ windowStart, windowEnd }, close)}
            />
          )}
        </EditValue>
        {" in "}
        <EditValue name="Time zone" text={nameCity(rules.timeZone)} disabled={disabled}>
          {(close) => <ZoneForm zones={zones} value={rules.timeZone} keep={(timeZone) => edit({ timeZone }, close)} />}
        </EditValue>
        {", at most "}
        <EditValue name="Daily limit" text={`${rules.dailyLimit.toLocaleString("en")} a day`} disabled={disabled}>
          {(close) => (
            <NumberForm
              label="Mails a day, at most"
              value={rules.dailyLimit}
              least={1}
              most={10_000}
              busy={busy}
              keep={(dailyLimit) => edit({ dailyLimit }, close)}
            />
          )}
        </EditValue>
        {", "}
        <EditValue
          name="Spacing"
          text={rules.spacingSeconds === 0 ? "one right after the other" : `${formatDuration(rules.spacingSeconds)} apart`}
          disabled={disabled}
        >
          {(close) => (
            <NumberForm
              label="Seconds between two mails"
              value={rules.spacingSeconds}
              least={0}
              most={86_400}
              busy={busy}
              keep={(spacingSeconds) => edit({ spacingSeconds }, close)}
            />
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
          onPick={(senderAccountId) => senderAccountId && act(() => editCampaignAction({ campaignId, senderAccountId }))}
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
          onPick={(listId) => listId && act(() => editCampaignAction({ campaignId, listId }))}
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
          onPick={(replyStops) => act(() => editAnswerRulesAction({ campaignId, replyStops }))}
        />
        {"; who is away without a date waits "}
        <EditValue name="Away" text={answers.awayDays === 1 ? "1 day" : `${answers.awayDays} days`} disabled={disabled}>
          {(close) => (
            <NumberForm
              label="Days, where no date is named"
              value={answers.awayDays}
              least={1}
              most={90}
              busy={busy}
              keep={(awayDays) => act(() => editAnswerRulesAction({ campaignId, awayDays }), close)}
            />
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

function hours(start: string, end: string): string {
  const plain = (text: string) => text.slice(0, 5).replace(/^0(\d)/, "$1");
  const overnight = end.slice(0, 5) <= start.slice(0, 5);
  return `${plain(start)} and ${plain(end)}${overnight ? " the next day" : ""}`;
}
