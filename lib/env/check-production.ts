import { inClear, isInClear } from "@/db/access/is-in-clear";
import { callMayArriveSeconds } from "./call-may-arrive";
import type { Env } from "./env-schema";
import { isLoopback } from "./is-loopback";

const leastTimeout = 30;

/**
 * Refuses settings that are only lawful on one's own machine, and a database that is reached over a network in clear.
 * @throws Error when APP_URL is not a loopback address and a stand-in, a default secret, no allow-list or too short a time to wait is set.
 */
export function checkProduction(env: Env): void {
  const wrong: string[] = [];
  for (const name of ["DATABASE_APP_URL", "DATABASE_SYSTEM_URL"] as const) {
    if (env.DATABASE_TLS !== "off" && isInClear(env[name])) wrong.push(`${name} ${inClear}`);
  }
  if (isLoopback(env.APP_URL)) {
    if (wrong.length > 0) throw refusal(wrong);
    return;
  }
  if (env.MICROSOFT_STANDIN_URL) wrong.push("MICROSOFT_STANDIN_URL names a stand-in; remove it");
  if (env.MICROSOFT_TENANTS.trim() === "") wrong.push("MICROSOFT_TENANTS is empty; name the tenants that may sign in");
  if (!env.APP_URL.startsWith("https://")) wrong.push("APP_URL must begin with https://");
  const told = env.GRAPH_NOTIFICATION_URL;
  if (told && told !== "none" && (!told.startsWith("https://") || isLoopback(told)))
    wrong.push("GRAPH_NOTIFICATION_URL must be an https address that Microsoft reaches");
  if (env.TEAMS_WEBHOOK_HOSTS.includes("://"))
    wrong.push("TEAMS_WEBHOOK_HOSTS names an address; name hosts, which are called by https");
  for (const name of [
    "SESSION_SECRET",
    "TOKEN_KEYS",
    "MICROSOFT_CLIENT_SECRET",
    "INNGEST_EVENT_KEY",
    "INNGEST_SIGNING_KEY",
  ] as const) {
    if (isGuessable(env[name])) wrong.push(`${name} is a default; make your own`);
  }
  if (env.INNGEST_SIGNING_KEY_FALLBACK && isGuessable(env.INNGEST_SIGNING_KEY_FALLBACK))
    wrong.push("INNGEST_SIGNING_KEY_FALLBACK is a default; calls signed with it are taken");
  if (env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY && isGuessable(env.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY))
    wrong.push("NEXT_SERVER_ACTIONS_ENCRYPTION_KEY is a default; make your own");
  if (env.MICROSOFT_CLIENT_ID.startsWith("cccccccc-")) wrong.push("MICROSOFT_CLIENT_ID is the stand-in's; register your own app");
  if (env.NEXTAUTH_URL && new URL(env.NEXTAUTH_URL).origin !== new URL(env.APP_URL).origin) {
    wrong.push("NEXTAUTH_URL is another address than APP_URL; leave it out");
  }
  if (env.INNGEST_DEV && !["0", "false"].includes(env.INNGEST_DEV)) {
    wrong.push("INNGEST_DEV lets unsigned calls in; remove it");
  }
  // Exchange and what stands before it take their time, however early we hang up.
  if (env.SEND_TIMEOUT < leastTimeout) wrong.push(`SEND_TIMEOUT is below ${leastTimeout} seconds`);
  const looks = env.DOUBT_SCHEDULE.split(",").reduce((sum, seconds) => sum + Number(seconds), 0);
  const ends = callMayArriveSeconds(env);
  if (looks < ends) {
    wrong.push(
      `DOUBT_SCHEDULE ends ${looks} seconds after a send, which may still arrive after ${ends} (three times SEND_TIMEOUT)`,
    );
  }
  if (wrong.length > 0) throw refusal(wrong);
}

function refusal(wrong: string[]): Error {
  return new Error(`Countersign does not start with these settings:\n  ${wrong.join("\n  ")}`);
}

/** A value out of an example, or hardly any different characters. The launcher's signing key begins with "signkey-local-" and is random. */
function isGuessable(value: string): boolean {
  const own = value.replace(/^signkey-\w+-(?=[0-9a-f]{64}$)/, "");
  return /\blocal\b|example|changeme|secret/i.test(own) || new Set(own).size < 8;
}
