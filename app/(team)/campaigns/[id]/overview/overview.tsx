import look from "@/app/ui/look/look.module.css";
import type { CampaignView } from "@/lib/campaigns/read/read-campaign";
import type { Corrected } from "@/lib/drafts/read-corrected";
import { describeRules } from "@/lib/schedule/words/describe-rules";
import { ContactsBar } from "./contacts-bar";
import type { MayDo } from "./describe-reasons";
import { NextMail } from "./next-mail";
import classes from "./overview.module.css";
import { Reasons } from "./reasons";
import { StepCards } from "./step-cards";
import { Stream } from "./stream";

type Props = { view: CampaignView; corrected: Corrected[]; may: MayDo; timezone: string; now: Date };

/** How a campaign goes: what leaves next, how everybody stands, why they wait, and what just happened. */
export function Overview({ view, corrected, may, timezone, now }: Props) {
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        <NextMail view={view} may={may} timezone={timezone} now={now} />
        <div className={classes.body}>
          <ContactsBar counts={view.counts} held={view.head.paused !== null || view.head.mailboxHeld !== null} />
          <StepCards steps={view.steps} total={view.counts.total} />
          <Reasons view={view} corrected={corrected} may={may} timezone={timezone} now={now} />
        </div>
      </div>
      <aside className={classes.side} aria-label="As it happens">
        <Stream events={view.stream} finished={view.head.status === "completed"} timezone={timezone} now={now} />
        <section className={classes.rules} aria-label="Rules">
          <h2 className={look.heading}>Sends by these rules</h2>
          <p>
            {describeRules(view.rules)} {view.head.mailbox && `From ${view.head.mailbox}.`} A reply stops the person.
          </p>
        </section>
      </aside>
    </div>
  );
}
