import { createHash } from "node:crypto";
import type { Settings } from "../settings";
import { type Registration, saveFunctions } from "../store/functions";
import type { Sql } from "../store/open-store";
import { type FunctionConfig, readFunctionConfig } from "./function-config";
import { toJson } from "./ops";
import { send } from "./post";
import { isSigned, signBody } from "./sign";

/**
 * Asks the app for its functions and takes them over when they changed. Returns whether they did.
 * @throws Error with a sentence when the app is not there, refuses, or uses what this executor does not support.
 */
export async function pullSync(sql: Sql, settings: Settings, endpoint: string, now: Date): Promise<boolean> {
  const body = toJson({ url: endpoint });
  const headers = {
    "content-type": "application/json",
    "user-agent": "Inngest",
    "x-inngest-server-kind": "cloud",
    "x-inngest-sync-kind": "in_band",
    "x-inngest-signature": signBody(body, settings.signingKey, now),
  };
  const answer = await send("PUT", endpoint, headers, body, 10_000);
  const signature = answer.headers["x-inngest-signature"];
  if (answer.status === 401) throw new Error(`${endpoint} refuses our signature: its INNGEST_SIGNING_KEY is another one.`);
  if (answer.status !== 200) throw new Error(`${endpoint} answered ${answer.status} when asked for its functions.`);
  if (!isSigned(answer.body, Array.isArray(signature) ? signature[0] : signature, settings.signingKey, new Date()))
    throw new Error(`${endpoint} answered without our signature.`);
  const told = JSON.parse(answer.body) as { app_id?: unknown; functions?: unknown };
  if (!Array.isArray(told.functions)) throw new Error(`${endpoint} answered without a list of functions.`);
  const query = (url: string) => endpoint + (url.includes("?") ? url.slice(url.indexOf("?")) : "");
  return saveFunctions(sql, readRegistration(String(told.app_id ?? endpoint), endpoint, told.functions, query));
}

/** Checks every function before any is taken over. @throws Error with a sentence naming function and field. */
export function readRegistration(
  appId: string,
  url: string,
  raw: unknown[],
  address = (registered: string) => registered,
): Registration {
  const functions = raw.map(readFunctionConfig).map((config): FunctionConfig => ({ ...config, url: address(config.url) }));
  return { appId, url, functions, checksum: createHash("sha256").update(toJson(functions)).digest("hex") };
}
