import { z } from "zod";
import { type Mailbox, readClient } from "./graph/clients";

/** `email`: the address that mail carries, null where Microsoft names none. `addresses`: all it receives at, lower case. */
export type Account = { email: string | null; addresses: string[]; signInName: string; name: string | null };

const schema = z.object({
  mail: z.string().nullish(),
  proxyAddresses: z.array(z.string()).nullish(),
  userPrincipalName: z.string(),
  displayName: z.string().nullish(),
});

/** Whose token it is, as the directory of the organisation knows it: the name one signs in with is often no address of the mailbox. */
export async function readAccount(mailbox: Mailbox): Promise<Account> {
  const answer: unknown = await readClient(mailbox).api("/me").select("mail,proxyAddresses,userPrincipalName,displayName").get();
  const me = schema.parse(answer);
  const email = me.mail || null;
  // Other kinds stand among them: X500, SIP, SPO.
  const proxies = (me.proxyAddresses ?? []).flatMap((proxy) => /^smtp:(.+)$/i.exec(proxy)?.[1] ?? []);
  const addresses = [...new Set([...(email ? [email] : []), ...proxies].map((address) => address.toLowerCase()))];
  return { email, addresses, signInName: me.userPrincipalName, name: me.displayName ?? null };
}
