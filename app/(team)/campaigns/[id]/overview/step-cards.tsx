import { IconArrowRight } from "@tabler/icons-react";
import { Fragment } from "react";
import type { StepProgress } from "@/lib/campaigns/read/read-steps";
import { formatDelay } from "@/lib/schedule/words/format-duration";
import classes from "./step-cards.module.css";

/** Each step with how many it reached, and the delay before the next. */
export function StepCards({ steps, total }: { steps: StepProgress[]; total: number }) {
  return (
    <section className={classes.cards} aria-label="Steps">
      {steps.map((step) => (
        <Fragment key={step.id}>
          {step.order > 1 && (
            <span className={classes.arrow}>
              {formatDelay({ days: step.delayDays, hours: step.delayHours, minutes: step.delayMinutes })}
              <IconArrowRight size={16} stroke={1.7} aria-hidden />
            </span>
          )}
          <div className={classes.card}>
            <p className={classes.head}>
              <strong>
                {step.order} {step.name}
              </strong>
              {step.sameThread && <span>same thread</span>}
            </p>
            <p className={classes.sent}>
              <strong>{step.sent.toLocaleString("en")}</strong> sent
            </p>
            <div className={classes.meter} aria-hidden>
              <i style={{ width: `${total === 0 ? 0 : (step.sent / total) * 100}%` }} />
            </div>
            <p className={classes.foot}>
              <span className={step.replied > 0 ? classes.blue : undefined}>{step.replied.toLocaleString("en")} replied</span>
              <span>{step.waiting.toLocaleString("en")} wait</span>
            </p>
          </div>
        </Fragment>
      ))}
    </section>
  );
}
