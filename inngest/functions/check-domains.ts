import { checkIfDue } from "../../lib/domains/check-if-due";
import { checkMailboxDomain } from "../../lib/domains/check-mailbox-domain";
import { listDomainsToCheck } from "../../lib/domains/list-domains-to-check";
import { listTeamsToCheck } from "../../lib/domains/list-teams-to-check";
import { log } from "../../lib/log/log";
import { inngest } from "../client";
import { dataOf } from "../event-data";

/** Every five minutes: each domain is looked up whose turn it is, every six hours or, while it is not sound, every quarter of an hour. */
export const checkDomains = inngest.createFunction(
  { id: "check-domains", name: "Check domains", retries: 1, triggers: [{ cron: "*/5 * * * *" }], concurrency: [{ limit: 1 }] },
  async ({ step }) =>
    step.run("check", async () => {
      for (const teamId of await listTeamsToCheck()) {
        const scope = { teamId, memberId: null };
        // One domain that cannot be looked up must not hide those behind it; five minutes later it is tried again.
        for (const domain of await listDomainsToCheck(scope))
          await checkIfDue(scope, domain).catch((error: unknown) => {
            const name = error instanceof Error ? error.name : "unknown";
            log.error({ err: { name }, team: teamId, domain }, "a domain could not be checked");
          });
      }
    }),
);

/** The domain of a mailbox that was just connected, at once. */
export const checkOneDomain = inngest.createFunction(
  {
    id: "check-domain",
    name: "Check one domain",
    retries: 1,
    triggers: [{ event: "domain/check" }],
    concurrency: [{ key: "event.data.senderAccountId", limit: 1 }],
  },
  async ({ event, step }) => {
    const { teamId, senderAccountId } = dataOf("domain/check", event);
    await step.run("check", () => checkMailboxDomain({ teamId, memberId: null }, senderAccountId));
  },
);
