import { type Answer, graphError, type Request } from "../http";
import type { Person } from "../people";
import { troubleOf } from "../state";
import { accessDenied } from "./errors";

const writes = /\/messages(\/[^/]+(\/createReply)?)?$/;
const lists = /\/messages(\/delta)?$/;

/** What a mailbox that is full, or shut to reading alone, has against a call; null where it has nothing. */
export function refusedByHealth({ method, path }: Request, person: Person): Answer | null {
  const { full, unread } = troubleOf(person.email);
  if (full && ["POST", "PATCH"].includes(method) && writes.test(path))
    return graphError(
      full,
      full === 507 ? "" : "ErrorQuotaExceeded",
      "The mailbox has exceeded its maximum size. Delete some items from the mailbox.",
    );
  return unread && method === "GET" && lists.test(path) ? accessDenied() : null;
}

/** An account that is gone from the directory answers to nobody, also to a token that has not run out. */
export const isDeleted = (person: Person) => troubleOf(person.email).deleted === true;
export const noUser = () =>
  graphError(
    404,
    "Request_ResourceNotFound",
    "Resource does not exist or one of its queried reference-property objects are not present.",
  );
