import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onClosing } from "../closing";
import { onGivingBack } from "../giving-back";
import { stopInTime } from "../stop-in-time";

/**
 * A server that stops as Next does: it closes on SIGTERM and exits with 143 once no connection is left. Started by a test, which is told its port and what it is asked for.
 * Argument: how long requests may take to end, in ms.
 */
const say = (word: string) => process.stdout.write(`${word}\n`);

const routes: Record<string, (response: ServerResponse) => void> = {
  "/quick": (response) => response.end("quick"),
  "/slow": (response) => void setTimeout(() => response.end("slow"), 600),
  "/stream": (response) => {
    response.write("open\n");
    onClosing(() => response.end("again\n"));
  },
  "/never": () =>
    void onGivingBack(async () => {
      await new Promise((done) => setTimeout(done, 100));
      say("given back");
    }),
  "/stuck": () => void onGivingBack(() => new Promise(() => {})),
};

const server = createServer((request, response) => {
  say(`asked for ${request.url}`);
  routes[request.url ?? ""]?.(response);
});
process.on("SIGTERM", () => server.close(() => process.exit(143)));
stopInTime(() => say("stopping"), { requestsMs: Number(process.argv[2]), givingBackMs: 500 });
server.listen(0, "127.0.0.1", () => say(String((server.address() as AddressInfo).port)));
