import { beforeAll, describe, expect, test } from "vitest";
import { stubSettings } from "../../env/testing/stub-settings";
import { makeCard, makeTestCard } from "./make-card";
import { makeMail } from "./make-mail";
import type { News } from "./read-news";

beforeAll(() => stubSettings());

type Element = Record<string, unknown> & { type?: string };
const one: News = {
  noticeId: "n",
  threadId: "33333333-0000-4000-8000-000000000003",
  name: "Lena Novak",
  company: "Novak Logistics",
  line: "Thursday at two works.",
  mailbox: "anna@contoso.com",
  label: "interested",
};
const many = (count: number, change: Partial<News> = {}) => Array.from({ length: count }, () => ({ ...one, ...change }));

/** What the schema of Adaptive Cards 1.4 says of the elements we use: name, its fields, and which of them must be there. */
const schema: Record<string, { fields: string[]; must: string[] }> = {
  AdaptiveCard: { fields: ["$schema", "type", "version", "msteams", "body", "actions"], must: ["type", "version", "body"] },
  TextBlock: { fields: ["text", "wrap", "weight", "size", "isSubtle", "spacing", "separator"], must: ["text"] },
  Container: { fields: ["items", "separator", "spacing"], must: ["items"] },
  RichTextBlock: { fields: ["inlines", "spacing"], must: ["inlines"] },
  TextRun: { fields: ["text", "weight", "size", "isSubtle"], must: ["text"] },
  "Action.OpenUrl": { fields: ["title", "url"], must: ["url"] },
};
const words: Record<string, unknown[]> = {
  weight: ["Default", "Lighter", "Bolder"],
  size: ["Default", "Small", "Medium", "Large", "ExtraLarge"],
  spacing: ["None", "Small", "Default", "Medium", "Large", "ExtraLarge", "Padding"],
  wrap: [true, false],
  isSubtle: [true, false],
  separator: [true, false],
};
/** What may lie in what. */
const inside: Record<string, string[]> = {
  body: ["TextBlock", "Container"],
  items: ["TextBlock", "RichTextBlock"],
  inlines: ["TextRun"],
  actions: ["Action.OpenUrl"],
};

function check(element: Element, found: Element[] = []): Element[] {
  found.push(element);
  const rule = schema[element.type ?? ""];
  expect(rule, `${element.type} is no element`).toBeDefined();
  for (const name of rule?.must ?? []) expect(element[name], `${element.type}.${name}`).toBeTruthy();
  for (const [name, value] of Object.entries(element)) {
    if (name !== "type") expect(rule?.fields, `${element.type}.${name}`).toContain(name);
    if (words[name]) expect(words[name]).toContain(value);
    for (const child of inside[name] ? (value as Element[]) : []) {
      expect(inside[name]).toContain(child.type);
      check(child, found);
    }
  }
  return found;
}

function read(text: string): Element[] {
  const message = JSON.parse(text);
  expect(Object.keys(message)).toEqual(["type", "attachments"]);
  expect(message.type).toBe("message");
  expect(message.attachments).toHaveLength(1);
  const [{ contentType, contentUrl, content }] = message.attachments;
  expect({ contentType, contentUrl }).toEqual({ contentType: "application/vnd.microsoft.card.adaptive", contentUrl: null });
  expect(content).toMatchObject({
    $schema: "http://adaptivecards.io/schemas/adaptive-card.json",
    version: "1.4",
    type: "AdaptiveCard",
  });
  return check(content);
}
const textsOf = (elements: Element[], type: string) =>
  elements.filter((one) => one.type === type).map(({ text }) => String(text));

describe("a card", () => {
  test("is one that Teams takes, and says who, their first line, where and what it is called, and no more", () => {
    const elements = read(makeCard([one]));
    expect(textsOf(elements, "TextRun")).toEqual([
      "Lena Novak",
      ", Novak Logistics",
      "Thursday at two works.",
      "to anna@contoso.com, interested",
    ]);
    expect(textsOf(elements, "TextBlock")).toEqual([
      "1 new answer",
      "[Open the thread](http://localhost:3000/replies/33333333-0000-4000-8000-000000000003)",
    ]);
    read(makeTestCard());
  });

  test("leaves out what is not there", () => {
    const elements = read(makeCard([{ ...one, company: null, line: null, label: null }]));
    expect(textsOf(elements, "TextRun")).toEqual(["Lena Novak", "to anna@contoso.com"]);
  });

  test.each([
    "[x](http://evil.example)",
    "**bold** _it_ `code` # head",
    "![](https://evil.example/pixel.png)",
    '"}],"actions":[{"type":"Action.OpenUrl","url":"http://evil.example"}]',
    "<b>b</b><script>alert(1)</script>",
    "\\[x\\](http://evil.example) ",
  ])("shows %s as text, wherever others may write it", (hostile) => {
    const elements = read(makeCard([{ ...one, name: hostile, company: hostile, line: hostile, mailbox: hostile }]));
    // Markdown works in TextBlocks alone; those are ours.
    for (const text of textsOf(elements, "TextBlock"))
      expect(text).toMatch(/^(\d+ new answers?|\[Open the thread\]\(http:\/\/localhost:3000\/replies\/[0-9a-f-]+\))$/);
    for (const { url } of elements.filter(({ type }) => type === "Action.OpenUrl"))
      expect(url).toBe("http://localhost:3000/replies");
    const shown = textsOf(elements, "TextRun").map((text) => text.replaceAll("\u2060", ""));
    expect(shown).toContain(hostile);
  });

  test("calls nobody and asks the reader's clock nothing", () => {
    const text = makeCard([{ ...one, name: "<at>boss@contoso.com</at>", line: "{{DATE(2017-02-14T06:08:00Z)}}" }]);
    expect(text).not.toMatch(/<\/?at>|\{\{/);
  });

  test("stays under 28 KB however much there is, and says how many are left out", () => {
    const long = {
      name: "ß".repeat(80),
      company: "ü".repeat(80),
      line: "日".repeat(120),
      mailbox: `${"m".repeat(60)}@contoso.com`,
    };
    for (const news of [many(40), many(1000, long), many(20, { ...long, line: "😀".repeat(120) })]) {
      const text = makeCard(news);
      expect(Buffer.byteLength(text)).toBeLessThan(28 * 1024);
      const elements = read(text);
      const listed = elements.filter(({ type }) => type === "Container").length;
      expect(listed).toBeGreaterThan(5);
      if (listed < news.length) expect(textsOf(elements, "TextBlock")).toContain(`and ${news.length - listed} more`);
    }
  });
});

describe("a mail", () => {
  test("says the same, with everything escaped", () => {
    const mail = makeMail("ben@contoso.com", [
      { ...one, name: '<img src=x onerror="alert(1)">', line: "[x](http://evil.example) & <a href='x'>y</a>" },
    ]);
    expect(mail.content).not.toMatch(/<img|<a href='x'|onerror="/);
    expect(mail.content).toContain("[x](http://evil.example) &amp; &lt;a href=&#39;x&#39;&gt;y&lt;/a&gt;");
    expect([...mail.content.matchAll(/href="([^"]+)"/g)].map((match) => match[1])).toEqual([
      "http://localhost:3000/replies/33333333-0000-4000-8000-000000000003",
      "http://localhost:3000/replies",
      "http://localhost:3000/settings/notices",
    ]);
  });

  test("names whoever answered where it is one, and how many where they are more", () => {
    expect(makeMail("ben@contoso.com", [one]).subject).toBe("Lena Novak answered");
    expect(makeMail("ben@contoso.com", many(3)).subject).toBe("3 new answers");
    expect(makeMail("ben@contoso.com", many(140)).content).toContain("and 40 more");
  });
});
