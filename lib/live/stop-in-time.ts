import { subscribe } from "node:diagnostics_channel";
import type { Server, ServerResponse } from "node:http";
import { closeStreams } from "./closing";
import { giveBack } from "./giving-back";

/** How long requests may take to end, and giving back after that: together less than the 10 s that Docker and our launcher wait. */
const limits = { requestsMs: 6000, givingBackMs: 2000 };

type Served = { response: ServerResponse; server: Server };

/**
 * SIGTERM and SIGINT end the process within seconds, with code 0: streams end with a word to come back, requests that are under way end,
 * no connection is kept for another one. What takes longer is broken off, as a crash would, but what it held is given back first.
 * Next itself closes the server on the same signals and exits once no request is left.
 * @param beginStopping stops at once what runs beside the requests.
 */
export function stopInTime(beginStopping: () => void, { requestsMs, givingBackMs } = limits) {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    // Next says 143, which supervisors take for a failure.
    process.on("exit", () => {
      process.exitCode = 0;
    });
    endConnections();
    beginStopping();
    closeStreams();
    setTimeout(() => void giveBack(givingBackMs).finally(() => process.exit(0)), requestsMs);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, stop);
}

/**
 * A server that closes takes no new connection, but goes on answering on those that are busy at that moment: a proxy that keeps them
 * would keep the process. So each answer is the last one on its connection.
 */
function endConnections() {
  subscribe("http.server.request.start", (message) => {
    const { response } = message as Served;
    if (!response.headersSent) response.setHeader("connection", "close");
  });
  subscribe("http.server.response.finish", (message) => {
    const { server } = message as Served;
    setImmediate(() => server.closeIdleConnections());
  });
}
