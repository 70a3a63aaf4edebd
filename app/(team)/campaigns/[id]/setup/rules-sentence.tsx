"use client";

import { Button, Checkbox, Group, NumberInput, Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { EditValue } from "@/app/ui/fields/edit-value";
import { PickValue } from "@/app/ui/fields/pick-value";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import { describeDays } from "@/lib/schedule/describe-rules";
import { formatDuration } from "@/lib/schedule/format-duration";
import { nameCity } from "@/lib/schedule/name-city";
import type { Weekday } from "@/lib/schedule/types";
import { editCampaignAction, editRulesAction } from "./actions";
import classes from "./setup.module.css";

const week: Weekday[] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

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
  const { rules } = setup;
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
          {(close) => <Days days={rules.days} busy={busy} keep={(days) => edit({ days }, close)} />}
        </EditValue>
        {" between "}
        <EditValue name="Hours" text={hours(rules.windowStart, rules.windowEnd)} disabled={disabled}>
          {(close) => (
            <Hours
              start={rules.windowStart}
              end={rules.windowEnd}
              busy={busy}
              keep={(windowStart, windowEnd) => edit({ windowStart, windowEnd }, close)}
            />
          )}
        </EditValue>
        {" in "}
        <EditValue name="Time zone" text={nameCity(rules.timeZone)} disabled={disabled}>
          {(close) => (
            <Select
              label="Time zone"
              data={zones.includes(rules.timeZone) ? zones : [rules.timeZone, ...zones]}
              value={rules.timeZone}
              searchable
              allowDeselect={false}
              data-autofocus
              comboboxProps={{ withinPortal: false }}
              onChange={(timeZone) => timeZone && edit({ timeZone }, close)}
            />
          )}
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
        {". A reply stops the person."}
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

function Days({ days, busy, keep }: { days: readonly Weekday[]; busy: boolean; keep: (days: Weekday[]) => void }) {
  const [chosen, setChosen] = useState<string[]>([...days]);
  return (
    <Stack gap={8}>
      <Checkbox.Group label="Days to send on" value={chosen} onChange={setChosen}>
        <Stack gap={6} mt={8}>
          {week.map((day) => (
            <Checkbox key={day} value={day} label={day.charAt(0).toUpperCase() + day.slice(1)} color="var(--ink)" />
          ))}
        </Stack>
      </Checkbox.Group>
      <Keep
        busy={busy}
        disabled={chosen.length === 0}
        onClick={() => keep(week.filter((day) => chosen.includes(day)))}
        what="these days"
      />
    </Stack>
  );
}

function Hours({
  start,
  end,
  busy,
  keep,
}: {
  start: string;
  end: string;
  busy: boolean;
  keep: (start: string, end: string) => void;
}) {
  const anyHour = start.startsWith("00:00") && end.startsWith("24:00");
  const [any, setAny] = useState(anyHour);
  const [from, setFrom] = useState(anyHour ? "09:00" : start.slice(0, 5));
  const [to, setTo] = useState(anyHour ? "17:00" : end.slice(0, 5).replace("24:00", "00:00"));
  return (
    <Stack gap={8}>
      <Checkbox label="Any hour" checked={any} onChange={(event) => setAny(event.currentTarget.checked)} color="var(--ink)" />
      <Group gap={8} grow>
        <TextInput
          type="time"
          label="From"
          value={from}
          disabled={any}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <TextInput type="time" label="To" value={to} disabled={any} onChange={(event) => setTo(event.currentTarget.value)} />
      </Group>
      <Keep
        busy={busy}
        disabled={!any && (from === "" || to === "")}
        onClick={() => (any ? keep("00:00", "24:00") : keep(from, to === "00:00" ? "24:00" : to))}
        what="these hours"
      />
    </Stack>
  );
}

function NumberForm(props: {
  label: string;
  value: number;
  least: number;
  most: number;
  busy: boolean;
  keep: (value: number) => void;
}) {
  const [value, setValue] = useState<number | string>(props.value);
  const sound = typeof value === "number" && Number.isInteger(value) && value >= props.least && value <= props.most;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (sound) props.keep(value);
      }}
    >
      <Stack gap={8}>
        <NumberInput
          label={props.label}
          value={value}
          onChange={setValue}
          min={props.least}
          max={props.most}
          allowDecimal={false}
          data-autofocus
          error={sound ? null : `A whole number from ${props.least} to ${props.most.toLocaleString("en")}.`}
        />
        <Keep busy={props.busy} disabled={!sound} what="this number" />
      </Stack>
    </form>
  );
}

function Keep({ busy, disabled, what, onClick }: { busy: boolean; disabled: boolean; what: string; onClick?: () => void }) {
  return (
    <Button
      type={onClick ? "button" : "submit"}
      color="var(--ink)"
      c="var(--on-primary)"
      loading={busy}
      disabled={disabled}
      {...(onClick ? { onClick } : {})}
    >
      Keep {what}
    </Button>
  );
}

function hours(start: string, end: string): string {
  const plain = (text: string) => text.slice(0, 5).replace(/^0(\d)/, "$1");
  if (start.startsWith("00:00") && end.startsWith("24:00")) return "0:00 and 24:00";
  return `${plain(start)} and ${plain(end)}`;
}
