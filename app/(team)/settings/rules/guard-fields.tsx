"use client";

import { NumberInput } from "@mantine/core";
import { SavedWord } from "@/app/ui/act/saved-word";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { Problem } from "@/app/ui/problem/problem";
import type { Allowed } from "@/lib/senders/guard/judge-guard";
import { changeGuardAction } from "./guard-actions";
import classes from "./rules.module.css";

type Props = { allowed: Allowed; most: Allowed; manages: boolean };

/** The two shares above which a mailbox is paused, in percent; each saves itself. */
export function GuardFields({ allowed, most, manages }: Props) {
  const { change, flush, saved, problem, fields, pending, found } = useAutosave<Partial<Allowed>>(
    changeGuardAction,
    () => {},
    "guard",
  );
  const field = (kind: keyof Allowed, label: string, step: number) => (
    <NumberInput
      key={found ? "found" : "served"}
      label={label}
      description={`At most ${most[kind]} %.`}
      defaultValue={found?.[kind] ?? allowed[kind]}
      error={fields[kind]}
      disabled={!manages}
      suffix=" %"
      step={step}
      decimalScale={1}
      allowedDecimalSeparators={[".", ","]}
      clampBehavior="none"
      w={210}
      onChange={(value) => {
        if (value !== "") change({ [kind]: Number(value) });
      }}
      onBlur={() => void flush()}
    />
  );
  return (
    <div className={classes.fields}>
      <div className={classes.pair}>
        {field("dead", "More dead addresses than", 0.5)}
        {field("optOuts", "More opt-outs than", 0.1)}
      </div>
      <p className={classes.state}>
        {manages ? <SavedWord pending={pending} saved={saved} /> : "An administrator of your team can make them stricter."}
      </p>
      <Problem>{fields.dead || fields.optOuts ? null : problem}</Problem>
    </div>
  );
}
