import { createSocket } from "node:dgram";
import { createServer, type IncomingMessage } from "node:http";
import { answer } from "./answer";
import { type Entry, proofs, setProof, soundZone, states, type Trouble } from "./zone";

/**
 * A stand-in for the name servers of the world, on one machine: over UDP it answers for the demo's domains, all of which prove their mail
 * until somebody says otherwise. Over HTTP, at the same port, it is steered; all answers are JSON. With ADMIN_KEY set, each change needs it
 * in `x-admin-key`.
 *
 * | call | body | does |
 * |---|---|---|
 * | POST /domain | { domain, proof: "spf" "dkim" "dmarc", as: "sound" "missing" "wrong" "loop" "timeout" "servfail" "refused" } | one proof stands so |
 * | POST /name | { name, texts?: [[string]], alias?: name, trouble?: "timeout" "servfail" "refused" } | what stands at a name, or nothing |
 * | GET /asked | | the last 1,000 names asked for |
 * | POST /reset | | all as new |
 */
let zone = soundZone();
const asked: string[] = [];
const port = Number(process.env.PORT ?? 6353);
const adminKey = process.env.ADMIN_KEY ?? "";

const socket = createSocket("udp4");
socket.on("message", (message, from) => {
  try {
    const { name, reply } = answer(zone, message);
    asked.push(name);
    if (asked.length > 1000) asked.shift();
    if (reply) socket.send(reply, from.port, from.address);
  } catch (error) {
    // What is no question gets no answer, as of any name server.
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  }
});

const server = createServer(async (request, response) => {
  const say = (status: number, body: unknown) => {
    response.writeHead(status, { "content-type": "application/json" });
    response.end(JSON.stringify(body));
  };
  try {
    if (request.method === "GET") return say(200, request.url === "/asked" ? asked : { ready: true });
    if (adminKey !== "" && request.headers["x-admin-key"] !== adminKey) return say(403, { error: "x-admin-key is wrong." });
    const problem = change(request.url ?? "", await readBody(request));
    say(problem ? 400 : 200, problem ? { error: problem } : {});
  } catch (error) {
    say(400, { error: error instanceof Error ? error.message : String(error) });
  }
});

/** @returns what is wrong with it, or null. */
function change(path: string, given: Record<string, unknown>): string | null {
  if (path === "/reset") {
    zone = soundZone();
    asked.length = 0;
    return null;
  }
  if (path === "/domain") {
    const proof = proofs.find((one) => one === given.proof);
    const state = states.find((one) => one === given.as);
    if (!proof || !state || typeof given.domain !== "string") return "Give domain, proof and as.";
    setProof(zone, given.domain.toLowerCase(), proof, state);
    return null;
  }
  if (path === "/name" && typeof given.name === "string") {
    const { texts, alias, trouble } = given as Entry & { trouble?: Trouble };
    const name = given.name.toLowerCase();
    zone.entries.delete(name);
    zone.troubles.delete(name);
    if (trouble) zone.troubles.set(name, trouble);
    if (alias !== undefined) zone.entries.set(name, { alias });
    else if (texts) zone.entries.set(name, { texts });
    return null;
  }
  return `Nothing is at ${path}.`;
}

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  const text = Buffer.concat(parts).toString();
  return text === "" ? {} : JSON.parse(text);
}

socket.bind(port, "127.0.0.1", () => {
  const at = socket.address().port;
  server.listen(at, "127.0.0.1", () => process.stdout.write(`ready ${at}\n`));
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
