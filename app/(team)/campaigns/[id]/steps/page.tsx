import { Letter } from "@/app/ui/letter/letter";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { shareCampaign } from "@/lib/campaigns/read/read-campaign";
import type { StepProgress } from "@/lib/campaigns/read/read-steps";
import { shareLetters } from "@/lib/campaigns/setup/preview-step";
import { describeRules } from "@/lib/schedule/words/describe-rules";
import { formatDelay } from "@/lib/schedule/words/format-duration";
import { CampaignHead } from "../campaign-head";
import classes from "./steps.module.css";

export const generateMetadata = titleOf("campaign", "Steps · Campaigns");

export default async function CampaignStepsPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const now = new Date();
  const view = await orNotFound(shareCampaign(member, id, now));
  const letters = await shareLetters(
    member,
    id,
    view.steps.map((step) => step.id),
  );
  return (
    <>
      <CampaignHead
        head={view.head}
        tab="steps"
        mayStop={hasRight(member.role, "campaigns:stop")}
        mayEdit={hasRight(member.role, "campaigns:edit")}
        timezone={member.timezone}
        waiting={view.counts.waiting}
      />
      <div className={classes.page}>
        <p className={classes.lead}>
          {describeRules(view.rules)} What has been launched stays as it is; each mail below is shown for the first person of the
          list.
        </p>
        {view.steps.map((step, index) => {
          const letter = letters[index];
          return (
            <section key={step.id} aria-label={step.name}>
              <h2 className={classes.title}>
                {step.order} {step.name}
                {step.order > 1 && <span>{sayDelay(step)}</span>}
              </h2>
              {letter && (
                <Letter
                  subject={letter.subject}
                  fromName={letter.fromName}
                  from={letter.from}
                  to={letter.to}
                  html={letter.html}
                />
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}

function sayDelay({ delayDays: days, delayHours: hours, delayMinutes: minutes }: StepProgress): string {
  return days + hours + minutes === 0 ? "at once, if no answer" : `${formatDelay({ days, hours, minutes })} later, if no answer`;
}
