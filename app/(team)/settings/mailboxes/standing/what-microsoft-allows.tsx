import Link from "next/link";
import type { Reader } from "@/lib/schedule/words/format-time";
import type { Allowed } from "@/lib/senders/guard/judge-guard";
import type { OutsideLimit } from "@/lib/sending/health/read-limits";
import { LimitBar } from "../../limit-bar";
import { sayWhere } from "../../rules/say-budget";
import classes from "./standing.module.css";

type Props = { outside: OutsideLimit; allowed: Allowed; reader: Reader; manages: boolean };

/** What of the organisation's mail to others is used, and when a mailbox pauses itself. */
export function WhatMicrosoftAllows({ outside, allowed, reader, manages }: Props) {
  const { budget } = outside;
  return (
    <section className={classes.block} aria-labelledby="allows-head">
      <h2 id="allows-head">What Microsoft allows</h2>
      <div className={classes.card}>
        <LimitBar
          limit={outside}
          kept={budget.kept}
          says="recipients outside in 24 hours"
          about={sayWhere(budget)}
          reader={reader}
        />
        <p className={classes.foot}>
          A mailbox pauses itself above <strong>{percent(allowed.dead)} dead addresses</strong> or{" "}
          <strong>{percent(allowed.optOuts)} opt-outs</strong> among its last 200 mails.{" "}
          <Link href="/settings/rules">{manages ? "Change" : "All rules"}</Link>
        </p>
      </div>
    </section>
  );
}

const percent = (share: number) => `${share.toLocaleString("en")} %`;
