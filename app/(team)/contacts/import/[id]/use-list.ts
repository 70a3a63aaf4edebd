"use client";

import { useEffect, useRef, useState } from "react";
import type { ListChoice } from "@/lib/lists/read-lists";
import type { IntoList } from "@/lib/uploads/confirm-upload";
import { findSameNameAction } from "./look-actions";

/** So long nobody types before it is looked whether there is such a list, in milliseconds. */
const quietMs = 250;

export type ListDecision = {
  /** Null: no list. */
  name: string | null;
  setName: (name: string | null) => void;
  /** The list that is called so already. */
  same: ListChoice | null;
  /** Whether a second one is made. */
  isSecond: boolean;
  setIsSecond: (isSecond: boolean) => void;
  into: IntoList | null;
};

/** The name that a list has unless another is typed, and the list that is called so already. */
export type FirstList = { name: string; same: ListChoice | null };

/** Which list everybody goes into; where there is one of that name it is asked whether into that. @param problem after one it is looked anew: lists come and go. */
export function useList(first: FirstList, problem: string | null): ListDecision {
  const [name, setName] = useState<string | null>(first.name);
  const [isSecond, setIsSecond] = useState(false);
  const [found, setFound] = useState<{ of: string; list: ListChoice | null } | null>({ of: first.name.trim(), list: first.same });
  const asked = useRef(first.name.trim());
  const wanted = name?.trim() ?? "";
  useEffect(() => {
    // The page came with what there is of its first name; a problem may be that it is gone.
    if (asked.current === wanted && problem === null) return;
    asked.current = wanted;
    if (wanted === "") return;
    const timer = setTimeout(async () => {
      // Without an answer the import asks: it makes no second list unasked.
      const result = await findSameNameAction({ name: wanted }).catch(() => null);
      if (asked.current === wanted && result?.ok) setFound({ of: wanted, list: result.data });
    }, quietMs);
    return () => clearTimeout(timer);
  }, [wanted, problem]);
  const same = wanted !== "" && found?.of === wanted ? found.list : null;
  const into = wanted === "" ? null : same && !isSecond ? { id: same.id } : { name: wanted, isSecond: same ? true : undefined };
  return { name, setName, same, isSecond, setIsSecond, into };
}
