"use client";

import { NumberInput, Slider } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { SavedWord } from "@/app/ui/act/saved-word";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { Problem } from "@/app/ui/problem/problem";
import { changeBudgetAction } from "./budget-actions";
import classes from "./rules.module.css";

type Props = {
  licences: number | null;
  /** Mailboxes known here, which count as long as nobody tells the licences. */
  mailboxes: number;
  reservePercent: number;
  /** What Microsoft allows, before the reserve. */
  most: number;
  manages: boolean;
};

/** How many licences the organisation has and how much of its budget people keep for themselves; both save themselves. */
export function BudgetFields({ licences, mailboxes, reservePercent, most, manages }: Props) {
  const router = useRouter();
  const { change, flush, saved, problem, fields, pending, found } = useAutosave(
    changeBudgetAction,
    () => router.refresh(),
    "budget",
  );
  const [percent, setPercent] = useState(reservePercent);
  const kept = most - Math.floor((most * (100 - percent)) / 100);
  return (
    <div className={classes.fields}>
      <NumberInput
        key={found ? "found" : "served"}
        label="Licences of Exchange Online in the organisation"
        description="Microsoft 365 admin centre, Billing, Licenses: all plans with a mailbox together."
        placeholder={
          mailboxes === 0 ? "Not told: counted as 1" : `Not told: ${mailboxes.toLocaleString("en")}, the mailboxes here`
        }
        defaultValue={(found && "licences" in found ? found.licences : licences) ?? ""}
        error={fields.licences}
        disabled={!manages}
        thousandSeparator=","
        hideControls
        maw={320}
        onChange={(value) => change({ licences: value === "" ? null : Number(value) })}
        onBlur={() => void flush()}
      />
      <div>
        <span className={classes.label} id="reserve">
          Kept for people’s own mail
        </span>
        <p className={classes.about}>
          {percent} %: {kept.toLocaleString("en")} of {most.toLocaleString("en")} stay free. Everything people write themselves in
          Outlook counts too, and we cannot see it.
        </p>
        <Slider
          aria-labelledby="reserve"
          thumbLabel="Kept for people’s own mail"
          value={percent}
          min={0}
          max={90}
          step={5}
          label={(value) => `${value} %`}
          color="var(--ink)"
          maw={320}
          disabled={!manages}
          onChange={(value) => {
            setPercent(value);
            change({ budgetReservePercent: value });
          }}
          onChangeEnd={() => void flush()}
        />
      </div>
      <p className={classes.state}>
        {manages ? <SavedWord pending={pending} saved={saved} /> : "An administrator of your team can change both."}
      </p>
      <Problem>{fields.licences ? null : problem}</Problem>
    </div>
  );
}
