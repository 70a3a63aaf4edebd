import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import type { TemplateUse } from "@/lib/templates/read-template";
import classes from "./templates.module.css";

/** The steps that started from a template, or that a model writes from it. */
export function TemplateUses({ uses }: { uses: TemplateUse[] }) {
  if (uses.length === 0) return null;
  return (
    <section className={classes.uses} aria-label="Where it is used">
      <h2>Used by {sayCount(uses.length, "step", "steps")}</h2>
      <ul>
        {uses.map((use) => (
          <li key={use.stepId}>
            <span>
              <Link href={`/campaigns/${use.campaignId}`}>{use.campaign}</Link> step {use.step}
            </span>
            <span>{use.writtenBy === "model" ? "a model writes from it" : "keeps its own text"}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
