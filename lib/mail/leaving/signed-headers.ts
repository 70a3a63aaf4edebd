import type { Header, MailRequest } from "../mail-request";
import { linkUnsubscribe } from "./list-unsubscribe";

/** The headers a mail was signed with, and leaves with; in version 1 there was one, which followed from the rest. */
export function signedHeaders(request: MailRequest): Header[] {
  return request.version === 1 ? [linkUnsubscribe(request.unsubscribeUrl)] : request.headers;
}
