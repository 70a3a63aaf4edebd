import { useRef } from "react";

/** What is served, with what was found kept in its place, until the server has another text than it had then: ours, or somebody's. */
export function useFoundOver<Served extends object>(served: Served, found: object | null): Served {
  const begun = useRef<{ found: object; served: Served } | null>(null);
  if (!found) return served;
  if (begun.current?.found !== found) begun.current = { found, served };
  const first = begun.current.served;
  const isOver = (Object.keys(found) as (keyof Served)[]).some((name) => name in served && served[name] !== first[name]);
  return isOver ? served : { ...served, ...found };
}
