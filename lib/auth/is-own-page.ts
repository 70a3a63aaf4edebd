import { env } from "../env/env";

/** Only our own pages may send files in somebody's name. Under our referrer policy the origin of a request is `null`. */
export function isOwnPage(request: Request): boolean {
  const site = request.headers.get("sec-fetch-site");
  return site ? site === "same-origin" : request.headers.get("origin") === new URL(env().APP_URL).origin;
}
