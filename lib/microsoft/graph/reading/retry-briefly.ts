import { type GraphRequest, RetryHandlerOptions } from "@microsoft/microsoft-graph-client";

const longestSeconds = 3;
const options = new RetryHandlerOptions(1, 2, (_delay, _attempt, _request, _options, response) => {
  const wait = response.headers.get("retry-after");
  return wait === null || Number(wait) <= longestSeconds;
});

/** Tries a reading again only where that takes seconds: a mailbox is looked into every minute, and waiting holds up nobody then. */
export function retryBriefly(request: GraphRequest): GraphRequest {
  return request.middlewareOptions([options]);
}
