"use client";

import { IconCheck, IconChevronDown } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { LaterItems } from "@/app/ui/loading/later-items";
import type { ScheduledFilter, ScheduledView } from "@/lib/scheduled/scheduled";
import { addressOf } from "./address";
import classes from "./calendar.module.css";

const kinds: Record<ScheduledFilter["by"], string> = { all: "By hand and campaigns", hand: "By hand", campaigns: "By campaigns" };

/** What the page is narrowed to; it stands in the address, so that going back works. */
export function Filters({ filter, mailboxes }: { filter: ScheduledFilter; mailboxes: ScheduledView["mailboxes"] }) {
  const router = useRouter();
  const go = (change: Partial<ScheduledFilter>) => router.push(addressOf(filter, change), { scroll: false });
  const boxes = [{ value: "", label: "All mailboxes" }, ...mailboxes.map(({ id, email }) => ({ value: id, label: email }))];
  return (
    <div className={classes.filters}>
      <Pick
        name="Mails"
        value={filter.by}
        choices={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
        onPick={(by) => go({ by: by as ScheduledFilter["by"] })}
      />
      <Pick name="Mailbox" value={filter.mailbox ?? ""} choices={boxes} onPick={(mailbox) => go({ mailbox: mailbox || null })} />
    </div>
  );
}

type PickProps = { name: string; value: string; choices: { value: string; label: string }[]; onPick: (value: string) => void };

function Pick({ name, value, choices, onPick }: PickProps) {
  const label = choices.find((choice) => choice.value === value)?.label ?? choices[0]?.label;
  return (
    <LaterItems
      position="bottom-start"
      items={choices.map((choice) => ({
        key: choice.value,
        words: choice.label,
        left: choice.value === value ? <IconCheck size={16} stroke={1.7} /> : <span className={classes.gap} />,
        onPick: () => choice.value !== value && onPick(choice.value),
      }))}
    >
      <button type="button" className={classes.pick} aria-label={`${name}: ${label}`}>
        <span>{label}</span>
        <IconChevronDown size={16} stroke={1.7} aria-hidden />
      </button>
    </LaterItems>
  );
}
