import { z } from "zod";
import { type MailRequest, requestVersions } from "./mail-request";

export type KeptRequest = { request: MailRequest } | { unreadable: string };

const anyVersion = z.object({ version: z.number() });

/** The request that was kept with a signature, out of the database: as it was signed, or the sentence why nobody can tell any more. */
export function readKeptRequest(kept: unknown): KeptRequest {
  if (kept === null || kept === undefined) return { unreadable: "What was signed was not kept with the signature" };
  const version = anyVersion.safeParse(kept).data?.version;
  const schema = Object.entries(requestVersions).find(([known]) => Number(known) === version)?.[1];
  if (!schema)
    return {
      unreadable: `It was signed in a form that this release does not know (${version === undefined ? "no version" : `version ${version}`})`,
    };
  const read = schema.safeParse(kept);
  return read.success ? { request: read.data } : { unreadable: "What was kept with the signature is not whole" };
}
