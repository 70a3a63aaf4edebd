import { randomUUID } from "node:crypto";
import { type Answer, graphError } from "../http";

const patienceMs = 10_000;
const loopback = ["localhost", "127.0.0.1", "[::1]"];

/** Calls an address as Graph does before it believes in it. @returns the refusal, or null where it answered as it must. */
export async function validateUrl(given: string): Promise<Answer | null> {
  const url = URL.canParse(given) ? new URL(given) : null;
  // Graph takes https alone; on one machine there is none.
  if (!url || !(url.protocol === "https:" || (url.protocol === "http:" && loopback.includes(url.hostname))))
    return graphError(400, "InvalidRequest", "The notification URL must be an absolute https address.");
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()} <+&é>`;
  url.searchParams.set("validationToken", token);
  try {
    const answer = await fetch(url, {
      method: "POST",
      headers: { "content-type": "text/plain; charset=utf-8" },
      redirect: "manual",
      signal: AbortSignal.timeout(patienceMs),
    });
    if (answer.status !== 200) return failed(`HTTP status code is '${answer.status}'. `);
    const isText = /^text\/plain\b/i.test(answer.headers.get("content-type") ?? "");
    return isText && (await answer.text()) === token ? null : failed("The answer is not the token as plain text. ");
  } catch (error) {
    const isLate = error instanceof Error && error.name === "TimeoutError";
    return isLate ? graphError(400, "ValidationError", "Subscription validation request timed out.") : failed("");
  }
}

const failed = (why: string) =>
  graphError(
    400,
    "ValidationError",
    `Subscription validation request failed. ${why}Notification endpoint must respond with 200 OK to validation request.`,
  );
