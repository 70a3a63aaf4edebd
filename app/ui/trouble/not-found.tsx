"use client";

import { IconChevronRight } from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Rosette } from "@/app/ui/seal/rosette";
import { nameThing } from "./name-thing";
import classes from "./not-found.module.css";

const ways = [
  { href: "/campaigns", name: "Campaigns", text: "drafts, running and finished", keys: "G C" },
  { href: "/", name: "Today", text: "what waits for you", keys: "G T" },
];

/**
 * Nothing is here: said alike for what never was, what was removed and what is another team's. It asks no database,
 * because it is sent along with every page.
 */
export function NotFound() {
  const thing = nameThing(usePathname());
  const why =
    thing === "page"
      ? "The address may be cut off, or the page was removed. Nothing was changed by coming here."
      : `The address may be cut off, the ${thing} removed, or it belongs to another team. Nothing was changed by coming here.`;
  return (
    <div className={classes.page}>
      <title>Not found, Countersign</title>
      <div className={classes.text}>
        <p className={classes.kind}>Not found</p>
        <h1>There is no {thing} here</h1>
        <p className={classes.why}>{why}</p>
        <ul>
          {ways.map((way) => (
            <li key={way.href}>
              <Link href={way.href}>
                <strong>{way.name}</strong>
                <span>{way.text}</span>
                <kbd>{way.keys}</kbd>
                <IconChevronRight size={16} stroke={1.7} aria-hidden="true" />
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <Rosette hash="646d67858d87cfd4cc4c5750" className={classes.rosette} weight={0.4} />
    </div>
  );
}
