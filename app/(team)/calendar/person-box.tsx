"use client";

import { IconSearch, IconX } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { ScheduledFilter } from "@/lib/scheduled/scheduled";
import { addressOf } from "./address";
import classes from "./calendar.module.css";

const quietMs = 250;

/** Finds a person's mails while one types; who is looked for stands in the address. */
export function PersonBox({ filter }: { filter: ScheduledFilter }) {
  const router = useRouter();
  const [text, setText] = useState(filter.person);
  const asked = useRef(filter.person);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back and forward change the address without a key.
  useEffect(() => {
    if (filter.person === asked.current) return;
    asked.current = filter.person;
    setText(filter.person);
  }, [filter.person]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (next: string) => {
    clearTimeout(timer.current);
    asked.current = next.trim();
    router.replace(addressOf(filter, { person: next.trim() }), { scroll: false });
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(next), quietMs);
  };
  const clear = () => {
    setText("");
    ask("");
  };
  return (
    <search className={classes.person}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask(text);
        }}
      >
        <IconSearch size={16} stroke={1.7} aria-hidden />
        <input
          type="search"
          name="q"
          aria-label="A person"
          placeholder="A person"
          maxLength={200}
          value={text}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            if (text) clear();
            event.currentTarget.blur();
          }}
        />
        {text ? (
          <button type="button" aria-label="Clear the search" onClick={clear}>
            <IconX size={16} stroke={1.7} aria-hidden />
          </button>
        ) : (
          <kbd aria-hidden>/</kbd>
        )}
      </form>
    </search>
  );
}
