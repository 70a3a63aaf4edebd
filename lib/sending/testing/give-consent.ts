import { withTeam } from "@/db/access/with-team";
import { contoso } from "@/db/seed/demo-world";
import type { TestDatabase } from "@/db/testing/test-database";
import { beginConsent } from "../../microsoft/tokens/begin-consent";
import { finishConsent } from "../../microsoft/tokens/finish-consent";
import { keepTokenCache } from "../../microsoft/tokens/mailbox-cache";
import { consentAs } from "../../microsoft/tokens/testing/start-stand-in";
import type { ReadyMail } from "./seed-ready-mail";

/** Anna, or somebody else, allows the mailbox of a seeded mail to be used, in the stand-in that runs: its tokens are real ones. */
export async function giveConsent(
  admin: TestDatabase["admin"],
  { scope, senderAccountId }: Pick<ReadyMail, "scope" | "senderAccountId">,
  person = "anna@contoso.com",
) {
  const { url, secrets } = await beginConsent(contoso.tenantId, person);
  const back = await consentAs(url, person);
  const { tid, cache } = await finishConsent(contoso.tenantId, back.searchParams.get("code") ?? "", secrets);
  await admin`update sender_accounts set tid = ${tid}, oid = ${crypto.randomUUID()} where id = ${senderAccountId}`;
  await withTeam(scope, (tx) => keepTokenCache(tx, senderAccountId, cache, new Date()));
}
