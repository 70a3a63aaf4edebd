"use client";

import { useEffect, useState } from "react";
import type { FoundList } from "@/lib/letters/people/find-people";
import type { FoundPerson } from "@/lib/letters/people/found-person";
import { findPeopleAction } from "../actions";

const quietMs = 200;

type Found = {
  people: FoundPerson[];
  lists: FoundList[];
  /** The words that these are found for: of words typed since, nothing is known yet. */
  of: string;
};

const nobody: Found = { people: [], lists: [], of: "" };

/** The people and lists that a few letters mean, a moment after the last of them was typed. */
export function useFound(text: string): Found {
  const [found, setFound] = useState(nobody);
  useEffect(() => {
    if (text === "") return setFound(nobody);
    let stale = false;
    const timer = setTimeout(async () => {
      const answer = await findPeopleAction({ text }).catch(() => null);
      if (!stale) setFound({ ...(answer?.ok ? answer.data : nobody), of: text });
    }, quietMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text]);
  return found;
}
