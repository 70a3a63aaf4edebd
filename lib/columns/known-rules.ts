import type { KnownPolicy } from "@/db/schema/words";
import type { KnownRules } from "../contacts/merge-known";
import type { Mapping, Target } from "./mapping";

/** The column that a cell of a contact comes from, from 0, -1 for none. A full name gives first and last name where no column of their own does. @param cell as `Changed` names it. */
export function columnOf(mapping: Mapping, cell: string): number {
  const place = (target: Target) => mapping.findIndex((one) => one.target === target);
  const first = (...targets: Target[]) => targets.map(place).find((at) => at >= 0) ?? -1;
  if (cell === "firstName") return first("first_name", "name");
  if (cell === "lastName") return first("last_name", "name");
  if (cell === "name") return first("name", "first_name", "last_name");
  return place(cell as Target);
}

/** What each column of a file may do to people who are known: its own rule, else that of all. */
export function rulesOf(mapping: Mapping, all: KnownPolicy): KnownRules {
  const own = new Map(mapping.flatMap(({ target, known }) => (known ? [[target, known] as const] : [])));
  if (own.size === 0) return { all, of: () => all };
  const cells = new Map(
    ["firstName", "lastName", "name"].map((cell) => [cell, mapping[columnOf(mapping, cell)]?.known ?? all] as const),
  );
  return { all, of: (cell) => cells.get(cell) ?? own.get(cell as Target) ?? all };
}
