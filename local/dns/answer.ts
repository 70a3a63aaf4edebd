import { type Answer, decode, encode, type Packet, type Question, RECURSION_AVAILABLE, RECURSION_DESIRED } from "dns-packet";
import { entryAt, type Zone } from "./zone";

const codes = { none: 0, servfail: 2, missing: 3, refused: 5 };
/** Like the resolvers of the large providers, which give up on longer chains. */
const mostAliases = 8;

/**
 * Answers one question as a resolver of one's provider would: aliases are followed, a circle of them fails, a name that is not there is
 * told apart from a record that is not there. @returns what was asked for, and no reply where nobody is to answer.
 */
export function answer(zone: Zone, message: Buffer): { name: string; reply: Buffer | null } {
  const query = decode(message);
  const [question] = query.questions ?? [];
  if (query.type !== "query" || !question) throw new Error("This is no question.");
  return { name: question.name, reply: replyTo(zone, query, question) };
}

function replyTo(zone: Zone, query: Packet, question: Question): Buffer | null {
  // Not as it was asked: a name is the same in capitals (RFC 4343).
  let name = question.name.toLowerCase();
  const answers: Answer[] = [];
  const reply = (code: number) =>
    encode({
      type: "response",
      id: query.id ?? 0,
      flags: RECURSION_DESIRED | RECURSION_AVAILABLE | code,
      questions: query.questions ?? [],
      answers: code === codes.servfail || code === codes.refused ? [] : answers,
    } satisfies Packet);
  for (let hops = 0; hops <= mostAliases; hops += 1) {
    const trouble = zone.troubles.get(name);
    if (trouble === "timeout") return null;
    if (trouble) return reply(codes[trouble]);
    const entry = entryAt(zone, name);
    if (!entry) return reply(isAbove(zone, name) ? codes.none : codes.missing);
    if (entry.alias !== undefined) {
      answers.push({ type: "CNAME", name: hops === 0 ? question.name : name, ttl: 1, data: entry.alias });
      if (question.type === "CNAME") return reply(codes.none);
      name = entry.alias.toLowerCase();
      continue;
    }
    if (question.type === "TXT")
      for (const strings of entry.texts ?? [])
        answers.push({ type: "TXT", name: hops === 0 ? question.name : name, ttl: 1, data: strings });
    return reply(codes.none);
  }
  return reply(codes.servfail);
}

/** A name with others below it exists (RFC 8020), and has no records of its own. */
function isAbove(zone: Zone, name: string): boolean {
  return [...zone.entries.keys()].some((one) => one.endsWith(`.${name}`));
}
