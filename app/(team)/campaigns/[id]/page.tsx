import { redirect } from "next/navigation";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOf } from "@/app/ui/words/title-of";
import { isModelConfigured } from "@/lib/assistant/is-model-configured";
import type { Member } from "@/lib/auth/member";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { shareCheck } from "@/lib/campaigns/launch/check-launch";
import { readCampaignHead, shareCampaign } from "@/lib/campaigns/read/read-campaign";
import { describeOutcome } from "@/lib/campaigns/setup/describe-outcome";
import { readSetup } from "@/lib/campaigns/setup/read-setup";
import { readCorrected } from "@/lib/drafts/read-corrected";
import { AppError } from "@/lib/errors/app-error";
import { listZones } from "@/lib/schedule/list-zones";
import { CampaignHead } from "./campaign-head";
import { Overview } from "./overview/overview";
import { LaterSetup } from "./setup/later-setup";

export const generateMetadata = titleOf("campaign", "Campaigns");

export default async function CampaignPage({ params }: { params: Promise<{ id: string }> }) {
  const member = await requireMember();
  const id = idOrNotFound((await params).id);
  const head = await orNotFound(readCampaignHead(member, id));
  if (head.status === "draft") return <Draft member={member} id={id} />;
  const now = new Date();
  const view = await orNotFound(shareCampaign(member, id, now));
  const asks = [...view.reasons, ...view.behind].some(({ reason }) => reason === "sender_corrected");
  const corrected = asks && hasRight(member.role, "drafts:sign") ? await readCorrected(member) : [];
  return (
    <>
      <CampaignHead
        head={head}
        tab="overview"
        mayStop={hasRight(member.role, "campaigns:stop")}
        mayEdit={hasRight(member.role, "campaigns:edit")}
        timezone={member.timezone}
        waiting={view.counts.waiting}
      />
      <Overview
        view={view}
        corrected={corrected.filter(({ senderAccountId }) => senderAccountId === head.mailboxId)}
        may={{ sign: hasRight(member.role, "drafts:sign"), mailboxes: hasRight(member.role, "mailboxes:manage") }}
        timezone={member.timezone}
        now={now}
      />
    </>
  );
}

async function Draft({ member, id }: { member: Member; id: string }) {
  const now = new Date();
  const setup = await orNotFound(readSetup(member, id));
  const check = await shareCheck(member, id, now).catch((error: unknown) => {
    // Somebody launched it since the page began to be read: it is another page now.
    if (error instanceof AppError && error.code === "conflict") redirect(`/campaigns/${id}`);
    throw error;
  });
  return (
    <LaterSetup
      setup={setup}
      outcome={describeOutcome(setup, member.timezone, now, check.teamADay)}
      timezone={member.timezone}
      zones={listZones()}
      warnings={check.emptyFields.map(({ step, field, count }) => ({ step, field, count, of: check.people }))}
      modelConfigured={isModelConfigured()}
      mayEdit={hasRight(member.role, "campaigns:edit")}
    />
  );
}
