import { headers } from "next/headers";
import { idOrNotFound, orNotFound } from "@/app/ui/trouble/or-not-found";
import { titleOfOpened } from "@/app/ui/words/title-of";
import { requireMember } from "@/lib/auth/require-member";
import { hasRight } from "@/lib/auth/rights";
import { packQueue } from "@/lib/drafts/review/pack-queue";
import { byHand } from "@/lib/drafts/review/queue-of";
import { readDraftView } from "@/lib/drafts/review/read-draft-view";
import { shareReviewQueue } from "@/lib/drafts/review/read-review-queue";
import { readSigning } from "@/lib/drafts/sign-all/read-signing";
import { Desk } from "./desk/desk";

export const generateMetadata = titleOfOpened("draft", "Review");

/** Also `/review/[draft]` (proxy.ts): one page whose state outlives the move from draft to draft. */
export default async function ReviewPage({ searchParams }: { searchParams: Promise<{ campaign?: string }> }) {
  const member = await requireMember();
  const { campaign } = await searchParams;
  const draft = await readDraftId();
  const now = new Date();
  const of = !campaign || campaign === byHand ? (campaign ?? null) : idOrNotFound(campaign);
  const queue = await shareReviewQueue(member, of, now);
  const signing = await readSigning(member, now);
  const wanted = draft ? idOrNotFound(draft) : queue.rows.find((row) => row.state !== "signed")?.id;
  const view = wanted ? await orNotFound(readDraftView(member, wanted, now)) : null;
  return (
    <Desk
      queue={packQueue(queue)}
      signing={signing}
      view={view}
      of={of}
      maySign={hasRight(member.role, "drafts:sign")}
      mayEdit={hasRight(member.role, "drafts:edit")}
    />
  );
}

async function readDraftId(): Promise<string | undefined> {
  return (await headers()).get("x-countersign-path")?.match(/^\/review\/([^/?]+)/)?.[1];
}
