import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { TeamTransaction } from "@/db/access/with-team";
import { campaignLaunches } from "@/db/schema/launches";
import { type DigestPart, digestParts, digestShown } from "./digest-shown";
import { readShown, type Shown } from "./read-shown";

/** What every mail is made of besides what is known of its recipient. */
const signed: DigestPart[] = ["texts", "mailbox", "team"];

/** What a launch signs where launching is the signature: the texts, with what stands under them and whom they are from. */
export function hashSigned(shown: Shown): string {
  const parts = digestShown(shown).split(".");
  return hash(signed.map((part) => parts[digestParts.indexOf(part)]));
}

/**
 * Whether mails of a campaign still are what its launch signed. Ask after they were put together, in the same transaction: what was changed
 * before that is seen then. Launches of earlier releases signed the texts alone.
 */
export async function isAsLaunched(tx: TeamTransaction, campaignId: string): Promise<boolean> {
  const [launch] = await tx
    .select({ hash: campaignLaunches.templatesHash })
    .from(campaignLaunches)
    .where(eq(campaignLaunches.campaignId, campaignId));
  const shown = await readShown(tx, campaignId);
  const texts = hash(shown.steps.map((step) => [step.id, step.version, step.text]));
  return launch?.hash === hashSigned(shown) || launch?.hash === texts;
}

const hash = (what: unknown) => createHash("sha256").update(JSON.stringify(what)).digest("hex");
