import { closePools, openPools } from "@/db/access/connections";
import { env } from "../../env/env";
import { reEncryptTokens } from "./re-encrypt-tokens";

/** `npm run tokens:reencrypt`: writes every mailbox token anew under the first key of TOKEN_KEYS, with the settings of the app. */
try {
  const { DATABASE_APP_URL, DATABASE_SYSTEM_URL } = env();
  openPools({ app: DATABASE_APP_URL, system: DATABASE_SYSTEM_URL }, { pages: { app: 1, system: 1 } });
  const { written, lost } = await reEncryptTokens();
  process.stdout.write(`Mailbox tokens written anew: ${written}.\n`);
  if (lost > 0) process.stdout.write(`Mailboxes that no key opens and that must be connected again: ${lost}.\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
} finally {
  await closePools();
}
