import { IconChevronRight } from "@tabler/icons-react";
import type { ElementType } from "react";
import { Rosette } from "@/app/ui/seal/rosette";
import classes from "./not-found.module.css";

const ways = [
  { href: "/campaigns", name: "Campaigns", text: "drafts, running and finished", keys: "G C" },
  { href: "/", name: "Today", text: "what waits for you", keys: "G T" },
];

/** Nothing is here. @param props.Way what leads on: strangers' pages have no scripts for links. */
export function NotFoundText({ thing, Way }: { thing: string; Way: ElementType<{ href: string }> }) {
  const why =
    thing === "page"
      ? "The address may be cut off, or the page was removed. Nothing was changed by coming here."
      : `The address may be cut off, the ${thing} removed, or it belongs to another team. Nothing was changed by coming here.`;
  return (
    <div className={classes.page}>
      <title>Not found · Countersign</title>
      <div className={classes.text}>
        <p className={classes.kind}>Not found</p>
        <h1>There is no {thing} here</h1>
        <p className={classes.why}>{why}</p>
        <ul>
          {ways.map((way) => (
            <li key={way.href}>
              <Way href={way.href}>
                <strong>{way.name}</strong>
                <span>{way.text}</span>
                <kbd>{way.keys}</kbd>
                <IconChevronRight size={16} stroke={1.7} aria-hidden="true" />
              </Way>
            </li>
          ))}
        </ul>
      </div>
      <Rosette hash="646d67858d87cfd4cc4c5750" className={classes.rosette} weight={0.4} />
    </div>
  );
}
