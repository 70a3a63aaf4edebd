"use client";

import { IconSearch, IconX } from "@tabler/icons-react";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import classes from "./table.module.css";

const quietMs = 250;

/** Searches while one types; what is searched stands in the address, and Enter works without script. */
export function SearchBox({
  path,
  search,
  sort,
  kind,
  label,
}: {
  path: string;
  search: string;
  sort?: string | undefined;
  kind?: string | undefined;
  label: string;
}) {
  const router = useRouter();
  const [text, setText] = useState(search);
  const asked = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Back and forward change the address without a key.
  useEffect(() => {
    if (search === asked.current) return;
    asked.current = search;
    setText(search);
  }, [search]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const ask = (next: string) => {
    clearTimeout(timer.current);
    asked.current = next.trim();
    const query = new URLSearchParams({
      ...(next.trim() ? { q: next.trim() } : {}),
      ...(sort ? { sort } : {}),
      ...(kind ? { kind } : {}),
    }).toString();
    router.replace(query ? `${path}?${query}` : path, { scroll: false });
  };
  const type = (next: string) => {
    setText(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask(next), quietMs);
  };
  return (
    <search className={classes.search}>
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
          aria-label={label}
          placeholder={label}
          maxLength={200}
          value={text}
          autoComplete="off"
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            if (text) ask("");
            setText("");
            event.currentTarget.blur();
          }}
        />
        {sort && <input type="hidden" name="sort" value={sort} />}
        {kind && <input type="hidden" name="kind" value={kind} />}
        {text ? (
          <button
            type="button"
            aria-label="Clear the search"
            onClick={() => {
              setText("");
              ask("");
            }}
          >
            <IconX size={16} stroke={1.7} aria-hidden />
          </button>
        ) : (
          <kbd aria-hidden>/</kbd>
        )}
      </form>
    </search>
  );
}
