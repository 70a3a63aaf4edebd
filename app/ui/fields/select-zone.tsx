"use client";

import { type OptionsFilter, Select, type SelectProps } from "@mantine/core";
import { useState } from "react";
import { sayClock } from "@/app/ui/words/clock";
import { nameCity } from "@/lib/schedule/words/name-city";
import classes from "./rule-forms.module.css";

type Props = Omit<SelectProps, "data" | "value" | "onChange"> & {
  zones: string[];
  value: string | null;
  onChange: (zone: string | null) => void;
};

const plainWords = (text: string) => text.toLowerCase().replace(/[_/]/g, " ");
/** "new york" and "America/New_York" both find it. */
const byCity: OptionsFilter = ({ options, search }) => {
  const words = plainWords(search).trim().split(/\s+/);
  return options.filter((option) => "label" in option && words.every((word) => plainWords(option.label).includes(word)));
};

/** A city whose clock counts, each with the time it is there now. */
export function SelectZone({ zones, value, ...props }: Props) {
  const [now] = useState(() => new Date());
  return (
    <Select
      data={value === null || zones.includes(value) ? zones : [value, ...zones]}
      value={value}
      searchable
      filter={byCity}
      limit={60}
      nothingFoundMessage="No city of that name. Try the nearest large one."
      renderOption={({ option }) => (
        <span className={classes.zone}>
          <span>
            {nameCity(option.value)} <small>{option.value.split("/").slice(0, -1).join(", ")}</small>
          </span>
          <small>{sayClock(now, option.value)}</small>
        </span>
      )}
      {...props}
    />
  );
}
