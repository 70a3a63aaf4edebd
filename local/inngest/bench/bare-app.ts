import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { signBody } from "../protocol/sign";

/**
 * The bench's app without the SDK: the same two functions, answered over the same signed protocol with next to no work. What the bench
 * measures with it is the executor alone; with the SDK's app it is mostly the SDK.
 */
const key = process.env.INNGEST_SIGNING_KEY ?? "";
const names = ["one", "two", "three", "four"];
const register = (id: string, more: Record<string, unknown>, url: string) => ({
  ...{ id: `bench-${id}`, name: id, triggers: [{ event: `bench/${id}` }], ...more },
  steps: { step: { id: "step", name: "step", runtime: { type: "http", url: `${url}?fnId=bench-${id}&stepId=step` } } },
});

const server = createServer(async (request, response) => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = JSON.parse(Buffer.concat(parts).toString()) as {
    url?: string;
    ctx?: { stack: { stack: string[] } };
    event?: { data: { id: number } };
  };
  const name = names[body.ctx?.stack.stack.length ?? 0];
  const answer = (): [number, unknown] => {
    if (body.url)
      return [
        200,
        {
          app_id: "bench",
          functions: [
            register("plain", {}, body.url),
            register("keyed", { concurrency: [{ key: "event.data.mailbox", limit: 2 }] }, body.url),
          ],
        },
      ];
    if (!name) return [200, null];
    const data = { id: body.event?.data.id, name };
    return [
      206,
      [
        {
          id: createHash("sha1").update(name).digest("hex"),
          op: "StepRun",
          name,
          displayName: name,
          opts: {},
          userland: { id: name },
          data,
        },
      ],
    ];
  };
  const [status, told] = answer();
  const text = JSON.stringify(told);
  response.writeHead(status, {
    "content-type": "application/json",
    "x-inngest-sdk": "bare",
    "x-inngest-req-version": "2",
    "x-inngest-signature": signBody(text, key, new Date()),
  });
  response.end(text);
});
server.listen(Number(process.env.PORT), "127.0.0.1", () => console.log("ready"));
