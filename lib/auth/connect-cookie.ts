import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "../env/env";

/** How long somebody may take at Microsoft. */
export const connectSeconds = 600;

const schema = z.object({ sessionId: z.string(), state: z.string(), nonce: z.string(), verifier: z.string() });
export type ConnectSecrets = z.infer<typeof schema>;

/** What a consent must come back with, encrypted for a cookie, readable for ten minutes and bound to one session. */
export function sealConnect(secrets: ConnectSecrets): Promise<string> {
  return encode({ token: secrets, secret: env().SESSION_SECRET, salt: "connect", maxAge: connectSeconds });
}

/** Null when it is missing, altered, too old, or another session's. */
export async function openConnect(value: string | undefined, sessionId: string): Promise<ConnectSecrets | null> {
  if (!value) return null;
  try {
    const read = schema.safeParse(await decode({ token: value, secret: env().SESSION_SECRET, salt: "connect" }));
    return read.success && read.data.sessionId === sessionId ? read.data : null;
  } catch {
    // Altered or too old; both mean that the person begins again.
    return null;
  }
}
