import type { Expectation } from "../expectation";
import { inWords } from "../session/mailbox";

const meQuery = "/me?$select=mail,proxyAddresses,userPrincipalName";

/** Steps 2 and 3: whose mailbox it is, and whether there is one. */
export const connectingExpectations: Expectation[] = [
  {
    id: "primary-address",
    step: 2,
    truth: "mail is the address after SMTP: in proxyAddresses",
    source: "Graph, user",
    needs: ["A"],
    expected: ["mail is the primary address"],
    run: async (session) => {
      const answer = await (await session.mailbox("A")).call("GET", meQuery);
      if (answer.status !== 200) return inWords(answer);
      const { mail, proxyAddresses } = answer.body;
      if (!proxyAddresses || proxyAddresses.length === 0) return "no proxyAddresses";
      const primary = proxyAddresses.find((one) => one.startsWith("SMTP:"))?.slice(5);
      const came = primary?.toLowerCase() === mail?.toLowerCase() ? "mail is the primary address" : "mail is another address";
      return { came, measured: `${proxyAddresses.length} addresses` };
    },
  },
  {
    id: "sign-in-name",
    step: 2,
    truth: "The name one signs in with may be another than the address of the mailbox",
    source: "Graph, user",
    needs: ["A"],
    expected: ["the same", "another"],
    run: async (session) => {
      const { body } = await (await session.mailbox("A")).call("GET", meQuery);
      return body.mail?.toLowerCase() === body.userPrincipalName?.toLowerCase() ? "the same" : "another";
    },
  },
  {
    id: "no-licence-me",
    step: 3,
    truth: "Somebody without a mailbox signs in, and GET /me tells nothing of it",
    source: "Graph, user",
    needs: ["U"],
    expected: ["200"],
    run: async (session) => inWords(await (await session.mailbox("U")).call("GET", "/me")),
  },
  ...(["U", "guest"] as const).map(
    (who): Expectation => ({
      id: who === "U" ? "no-licence-mail" : "guest-mail",
      step: 3,
      truth: `${who === "U" ? "Without a licence" : "Of a guest"} Graph knows no mailbox`,
      source: "Graph, errors of Outlook mail; recorded answers",
      needs: [who],
      expected: ["404 MailboxNotEnabledForRESTAPI"],
      run: async (session) => inWords(await (await session.mailbox(who)).call("GET", "/me/mailFolders/inbox")),
    }),
  ),
];
