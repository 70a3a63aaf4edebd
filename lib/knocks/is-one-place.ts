import { env } from "../env/env";

/**
 * Whether everybody seems to come from one place: people come over https, which a proxy in front of Countersign speaks, and nobody has said that there is
 * one (`TRUSTED_PROXIES`). A limit by address would then count all people as one and lock them out together.
 */
export function isOnePlace(): boolean {
  const { APP_URL, TRUSTED_PROXIES } = env();
  return APP_URL.startsWith("https://") && TRUSTED_PROXIES === 0;
}
