import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";

export type Upstream = { name: string; port: number };
/** `at`: when it came, in ms of Date.now. */
type Passed = { by: string; method: string; path: string; at: number };

/**
 * One address before several processes of the app, as any proxy is: each request goes to the next one; who takes no connection is passed
 * over. Bodies and streams pass through as they come. Plain HTTP, no retry of what was handed over.
 */
export async function openFront(port: number, upstreams: Upstream[]) {
  const passed: Passed[] = [];
  const underWay = new Set<Passed>();
  let turn = 0;
  let only: string | null = null;

  const order = () => {
    turn += 1;
    const allowed = upstreams.filter(({ name }) => only === null || name === only);
    return allowed.map((_, place) => allowed[(turn + place) % allowed.length]).filter((one) => one !== undefined);
  };

  const pass = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    for (const upstream of order()) {
      const socket = await reach(upstream.port);
      if (!socket) continue;
      const note = { by: upstream.name, method: incoming.method ?? "", path: incoming.url ?? "", at: Date.now() };
      passed.push(note);
      underWay.add(note);
      outgoing.once("close", () => underWay.delete(note));
      return relay(incoming, outgoing, socket, note);
    }
    outgoing.writeHead(502).end("Nobody answers.");
  };

  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing));
  await new Promise<void>((done, fail) => server.listen(port, "127.0.0.1", done).once("error", fail));
  return {
    /** What was handed over so far, oldest first, with the name of the process. */
    passed,
    underWay: () => [...underWay],
    /** From now on all requests go to this process; null for each in turn. */
    leadTo: (name: string | null) => {
      only = name;
    },
    close: async () => {
      const closed = new Promise((done) => server.close(done));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** A connection to the process, or null where nobody listens. */
function reach(port: number): Promise<Socket | null> {
  return new Promise((done) => {
    const socket = connect(port, "127.0.0.1", () => done(socket));
    socket.once("error", () => done(null));
  });
}

function relay(incoming: IncomingMessage, outgoing: ServerResponse, socket: Socket, note: Passed) {
  const before = incoming.headers["x-forwarded-for"];
  const from = [before, incoming.socket.remoteAddress].flat().filter(Boolean).join(", ");
  const asked = request({
    createConnection: () => socket,
    method: incoming.method,
    path: incoming.url,
    headers: { ...incoming.headers, "x-forwarded-for": from, connection: "close" },
  });
  // Whoever is on the other side of a connection that breaks learns it by theirs.
  asked.once("error", () => outgoing.destroy());
  outgoing.once("close", () => asked.destroy());
  asked.once("response", (answer) => {
    const { connection: _, "keep-alive": __, ...headers } = answer.headers;
    outgoing.writeHead(answer.statusCode ?? 502, { ...headers, "x-answered-by": note.by });
    outgoing.flushHeaders();
    answer.once("error", () => outgoing.destroy());
    answer.pipe(outgoing);
  });
  incoming.pipe(asked);
}
