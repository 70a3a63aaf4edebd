import type { Scope } from "@/db/access/with-team";
import { normalAddress } from "../../mail/address";
import { checkAccess } from "../../microsoft/graph/check-access";
import { readClient } from "../../microsoft/graph/clients";
import { answerOf } from "../../microsoft/graph/graph-answer";
import { layProbe, takeOutLeftProbes, takeOutProbe } from "../../microsoft/graph/probe-draft";
import { readAccount } from "../../microsoft/read-account";
import { recheckMailbox } from "../../microsoft/recheck-mailbox";
import { reportRefusal } from "../../microsoft/report-refusal";
import { acquireMailAccess, type MailAccess } from "../../microsoft/tokens/acquire-mail-token";
import { toTemporal } from "../../schedule/clock/to-temporal";
import { formatClock, formatDay } from "../../schedule/words/format-time";
import { renewAddress } from "../renew-address";
import type { Check, CheckResult } from "./checks";
import type { Tested } from "./read-tested";
import { refusedAt, saySignIn } from "./refused-at";
import { sayAnswer } from "./say-answer";

/** What a check says when it passes; thrown, why it does not. */
type Said = { passed: true | null; says: string };
class Failed extends Error {}

/** Tries one check after the other until one fails. Nothing is sent; the one draft that is made is taken out again. */
export async function tryChecks(scope: Scope, own: Tested, now: Date): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  const begun = performance.now();
  let access: MailAccess;
  try {
    access = await acquireMailAccess(scope, own.id, now, { fresh: true, again: true });
  } catch (error) {
    return refusedAt(error, own, performance.now() - begun);
  }
  const signInMs = Math.round(performance.now() - begun);
  const mailbox = { token: async () => access.token };
  const clock = (at: Date) => formatClock(toTemporal(at), own.timezone);
  let laid = "";

  const attempt = async (check: Check, run: () => Promise<Said>): Promise<boolean> => {
    const from = performance.now();
    const ms = () => Math.round(performance.now() - from);
    try {
      results.push({ check, ...(await run()), ms: ms() });
      return true;
    } catch (error) {
      const says = error instanceof Failed ? error.message : sayAnswer(answerOf(error));
      results.push({ check, passed: false, says, ms: ms() });
      return false;
    }
  };
  /** A refusal that is about the mailbox takes it out. */
  const orReport = async <T>(call: Promise<T>): Promise<T> =>
    call.catch(async (error: unknown) => {
      await reportRefusal(scope, own.id, answerOf(error), now);
      throw error;
    });

  const account = async (): Promise<Said> => {
    const { email } = await readAccount(mailbox);
    if (email && normalAddress(email) !== normalAddress(own.email)) {
      await renewAddress(scope, own.id, now);
      return { passed: true, says: `is called ${email} now; what was signed as ${own.email} waits to be signed again` };
    }
    return { passed: true, says: `${own.email}, in ${own.team}’s directory, not blocked` };
  };
  const consent = async (): Promise<Said> => {
    const day = own.connectedAt && formatDay(toTemporal(own.connectedAt), { now: toTemporal(now), timeZone: own.timezone });
    const by = own.connectedBy ? ` by ${own.connectedBy}` : "";
    return { passed: true, says: `granted${by}${day ? ` ${day}` : ""}, send and read` };
  };
  const isThere = async (): Promise<Said> => {
    try {
      await checkAccess(mailbox);
    } catch (error) {
      // Exchange is known to say of a sound mailbox, at random, that there is none: it is asked once more before that is believed.
      if (await recheckMailbox(scope, own.id, now)) throw error;
    }
    return { passed: true, says: "Exchange Online opens it" };
  };
  const layIn = async (): Promise<Said> => {
    laid = await orReport(takeOutLeftProbes(mailbox).then(() => layProbe(mailbox, own.email)));
    return { passed: true, says: "addressed to itself, not sent" };
  };
  const takeOut = async (): Promise<Said> => {
    await takeOutProbe(mailbox, laid);
    return { passed: true, says: "removed, nothing left behind" };
  };
  const inbox = async (): Promise<Said> => {
    await readClient(mailbox).api("/me/mailFolders('inbox')/messages").query("$select=id&$top=1").get();
    return { passed: true, says: `read ${clock(now)}` };
  };
  const told = async (): Promise<Said> => {
    const until = own.subscribedUntil;
    if (!until) return { passed: null, says: "asked every minute instead" };
    if (until <= now) throw new Failed(`the subscription ended ${clock(until)}, asked every minute instead`);
    return {
      passed: true,
      says: `subscribed until ${formatDay(toTemporal(until), { now: toTemporal(now), timeZone: own.timezone })} ${clock(until)}`,
    };
  };

  const rest: [Check, () => Promise<Said>][] = [
    ["mailbox", isThere],
    ["draft in", layIn],
    ["draft out", takeOut],
    ["inbox", inbox],
    ["told", told],
  ];
  if (!(await attempt("account", account)) || !(await attempt("consent", consent))) return results;
  results.push({ check: "sign-in", passed: true, says: saySignIn(access, now, clock), ms: signInMs });
  for (const [check, run] of rest) if (!(await attempt(check, run))) break;
  return results;
}
