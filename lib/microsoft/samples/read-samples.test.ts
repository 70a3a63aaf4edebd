import { describe, expect, it } from "vitest";
import { ourMail, readSamples, type SampleKind } from "./read-samples";

const kinds: Record<SampleKind, number> = {
  messages: 40,
  "graph-errors": 30,
  "token-answers": 25,
  "consent-redirects": 12,
  "change-lists": 10,
};

// Hosts that the form of a header, a link or an answer asks for; everybody else lives under .example.
const hosts =
  /(^|\.)(example|prod\.outlook\.com|protection\.outlook\.com|(graph|go|security|learn|login|office)\.microsoft\.com|login\.microsoftonline\.com|sts\.windows\.net|aka\.ms|www\.w3\.org|mail\.gmail\.com|google(mail)?\.com|googlegroups\.com|mail\.yahoo\.com|zoho(mail)?\.com|protonmail\.(ch|internalid)|mimecast\.(com|lan)|me\.com|zendesk\.com|zdsys\.com|freshdesk\.com|email\.android\.com|atlassian\.jira|dev\.outlook\.com)$/i;
const documentationAddress = /^(192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/;

describe.each(Object.entries(kinds) as [SampleKind, number][])("samples of %s", (kind, least) => {
  const samples = readSamples(kind);
  // Sources name real places, and a preview ends in the middle of a word.
  const texts = samples.map((one) => ({
    id: one.id,
    text: JSON.stringify(one, (name, value) => (["source", "bodyPreview"].includes(name) ? undefined : value)),
  }));

  it("are enough, and each has a name of its own, a source and a reason", () => {
    expect(samples.length).toBeGreaterThanOrEqual(least);
    expect(new Set(samples.map((one) => one.id)).size).toBe(samples.length);
    for (const one of samples) {
      expect(one.source.join("").trim(), one.id).not.toBe("");
      expect(one.expected.why, one.id).toMatch(/^[^\n]{8,}[.?]$/);
    }
  });

  it("name nobody who could exist", () => {
    for (const { id, text } of texts) {
      const named = [
        ...text.matchAll(/@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi),
        ...text.matchAll(/https?:(?:\\?\/){2}([a-z0-9.-]+)/gi),
      ].map((match) => match[1] ?? "");
      expect(
        named.filter((host) => !hosts.test(host) && !host.startsWith("odata.")),
        id,
      ).toEqual([]);
      const numbers = [...text.matchAll(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g)].map(([address]) => address);
      expect(
        numbers.filter(
          (address) => address.split(".").every((part) => Number(part) < 256) && !documentationAddress.test(address),
        ),
        id,
      ).toEqual([]);
    }
  });
});

describe("message samples", () => {
  const samples = readSamples("messages");
  const classOf = (one: (typeof samples)[number]) => one.message.singleValueExtendedProperties?.[0]?.value ?? "";

  it("hold every kind of message and every kind of report", () => {
    const kindsFound = new Set(samples.map((one) => one.expected.kind));
    expect([...kindsFound].sort()).toEqual(["automatic", "complaint", "other", "ours", "reply", "report"]);
    const reports = samples.flatMap((one) => (one.expected.kind === "report" ? [one.expected.class] : []));
    expect([...new Set(reports)].sort()).toEqual(["delivered", "hard", "ours", "soft"]);
  });

  it("hold the classes of Exchange, with the property's id as Graph writes it", () => {
    const classes = samples.map(classOf);
    for (const wanted of [
      "IPM.Note",
      "IPM.Note.Rules.OofTemplate.Microsoft",
      "REPORT.IPM.Note.NDR",
      "REPORT.IPM.Note.IPNRN",
      "REPORT.IPM.Note.IPNNRN",
      "IPM.Schedule.Meeting.Request",
      "IPM.Schedule.Meeting.Resp.Pos",
      "IPM.Note.SMIME.MultipartSigned",
    ]) {
      expect(classes).toContain(wanted);
    }
    const ids = samples.flatMap((one) => one.message.singleValueExtendedProperties?.map((property) => property.id) ?? []);
    expect(new Set(ids)).toEqual(new Set(["String 0x1a"]));
  });

  it("lie in one mailbox, and most answer one mail of ours", () => {
    const answering = samples.filter((one) =>
      JSON.stringify(one.message.internetMessageHeaders ?? []).includes(ourMail.messageId),
    );
    expect(answering.length).toBeGreaterThan(samples.length / 2);
    expect(samples.filter((one) => one.message.conversationId === ourMail.conversationId).length).toBeGreaterThan(
      samples.length / 2,
    );
    const own = samples
      .filter((one) => one.expected.kind === "ours")
      .map((one) => one.message.from?.emailAddress.address?.toLowerCase());
    expect(own.every((address) => address && [ourMail.mailbox, ...ourMail.aliases].includes(address))).toBe(true);
  });

  it("name the address and the code of a report somewhere in what Graph gives", () => {
    for (const one of samples) {
      if (one.expected.kind !== "report") continue;
      const told = [...(one.mime ?? []), one.message.body.content].join("\n").toLowerCase();
      expect(told, one.id).toContain(one.expected.recipient);
      if (one.expected.status) expect(told, one.id).toContain(one.expected.status);
    }
  });
});

describe("answers", () => {
  it("hold both forms of Retry-After, and what they say", () => {
    const waits = readSamples("graph-errors").flatMap(({ id, answer, expected }) => {
      const value = answer.headers["retry-after"];
      if (value === undefined) {
        expect(expected.retryAfterSeconds, id).toBeNull();
        return [];
      }
      const isDate = Number.isNaN(Number(value));
      const seconds = isDate ? (Date.parse(value) - Date.parse(answer.headers.date ?? "")) / 1000 : Number(value);
      expect(expected.retryAfterSeconds, id).toBe(seconds);
      return [isDate];
    });
    expect(waits).toContain(true);
    expect(waits).toContain(false);
  });

  it("hold every meaning", () => {
    const meanings = (kind: "graph-errors" | "token-answers" | "consent-redirects") =>
      [...new Set(readSamples(kind).map((one) => one.expected.meaning))].length;
    expect(meanings("graph-errors")).toBe(12);
    expect(meanings("token-answers")).toBe(9);
    expect(meanings("consent-redirects")).toBe(5);
  });

  it("carry the code of a token answer both in words and as a number", () => {
    for (const { id, answer } of readSamples("token-answers")) {
      const body = answer.body as { error_codes?: number[]; error_description?: string };
      for (const code of body?.error_codes ?? []) expect(body.error_description, id).toContain(`AADSTS${code}`);
    }
  });
});

describe("change list samples", () => {
  it("expect each id once, in the order in which it is first told of", () => {
    for (const { id, answers, expected } of readSamples("change-lists")) {
      const items = answers.flatMap(({ body }) => (body.value ?? []) as { id: string; "@removed"?: object }[]);
      const read = [...new Set(items.filter((item) => !item["@removed"]).map((item) => item.id))];
      expect(expected.ids, id).toEqual(read);
      expect(
        answers.filter(({ status }) => status !== 200),
        id,
      ).toHaveLength(expected.restarts);
      expect(answers.at(-1)?.body["@odata.deltaLink"], id).toBe(expected.link);
    }
  });

  it("go on from the link of the answer before", () => {
    for (const { id, answers } of readSamples("change-lists")) {
      answers.slice(1).forEach(({ request }, index) => {
        const link = answers[index]?.body["@odata.nextLink"];
        if (link) expect(request, id).toBe(link);
        else expect(request, id).toContain("$filter=receivedDateTime ge ");
      });
    }
  });
});
