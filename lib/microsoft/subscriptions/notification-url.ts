import { env } from "../../env/env";
import type { Env } from "../../env/env-schema";
import { isLoopback } from "../../env/is-loopback";

/**
 * Where Graph can tell us that something changed: at the address people use where the whole world reaches it, or at one that is named
 * for this alone. Null where Graph reaches none: then looking every minute has to do.
 */
export function notificationUrl(settings: Pick<Env, "APP_URL" | "GRAPH_NOTIFICATION_URL"> = env()): string | null {
  const { APP_URL, GRAPH_NOTIFICATION_URL } = settings;
  if (GRAPH_NOTIFICATION_URL === "none") return null;
  const isPublic = APP_URL.startsWith("https://") && !isLoopback(APP_URL);
  const base = GRAPH_NOTIFICATION_URL ?? (isPublic ? APP_URL : null);
  return base && `${base.replace(/\/$/, "")}/api/graph/notify`;
}
