import { type Answer, graphError } from "../http";

/** Refusals that several calls share, in Graph's words. */
export const notFound = () => graphError(404, "ErrorItemNotFound", "The specified object was not found in the store.");
export const accessDenied = () => graphError(403, "ErrorAccessDenied", "Access is denied. Check credentials and try again.");
export const badUrl = (what: string) => graphError(400, "ErrorInvalidUrlQuery", what);
export const inefficient = () =>
  graphError(400, "InefficientFilter", "The restriction or sort order is too complex for this operation.");
export const invalidSet = (what = "Set action is invalid for property.") => graphError(400, "ErrorInvalidPropertySet", what);
export const badPropertyId = (id: string) => graphError(400, "ErrorInvalidExtendedProperty", `'${id}' is no property id.`);
export const conflict = () =>
  graphError(
    412,
    "ErrorIrresolvableConflict",
    "The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.",
  );

/** Everything of mail that is asked of somebody who has no mailbox: no licence, or it lies elsewhere. */
export const noMailbox = () =>
  graphError(404, "MailboxNotEnabledForRESTAPI", "The mailbox is either inactive, soft-deleted, or is hosted on-premise.");

const unreadableMessages: Record<string, string> = {
  ErrorContentConversionFailed: "Content conversion failed., Content conversion: Body conversion failed.",
  ErrorCorruptData: "Data is corrupt., Invalid global object ID.",
  ErrorMimeContentConversionFailed: "MIME content conversion failed.",
};
export const unreadableCodes = Object.keys(unreadableMessages);
export const unreadable = (code: string): Answer => graphError(500, code, unreadableMessages[code] ?? "The item cannot be read.");
/** A page that holds an item which cannot be read fails as a whole, and does not say which. */
export const unreadablePage = () => graphError(500, "InternalServerError", "Error while processing response.");
