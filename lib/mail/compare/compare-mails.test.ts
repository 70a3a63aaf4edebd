import { describe, expect, test } from "vitest";
import { compareMails } from "./compare-mails";
import type { ShownMail } from "./shown-mail";

const text =
  "<p>Hi Lena,</p><p>Many tell us they lose hours a week to supplier invoices.</p><p>A person checks each one before it is booked.</p><p>Would fifteen minutes this week suit you?</p>";
const footer =
  '<div data-part="footer" style="color:#646D67">Contoso. <a href="https://contoso.example/u/abc">Unsubscribe</a></div>';
const lena = { email: "lena@fabrikam.example", name: "Lena" };
const anna = { email: "anna@contoso.example", name: "Anna" };

const signed: ShownMail = {
  subject: "Invoices",
  from: anna,
  sender: anna,
  to: [lena],
  cc: [],
  bcc: [],
  replyTo: [],
  html: text + footer,
  attachments: [],
  changeKey: "a",
  changedAt: null,
  folderId: null,
};
const fields = (now: Partial<ShownMail>) => compareMails(signed, { ...signed, ...now }).map(({ field }) => field);
const withText = (change: (html: string) => string) => compareMails(signed, { ...signed, html: change(signed.html) });

test("a mail is the same as itself, whatever its change key", () => {
  expect(compareMails(signed, { ...signed, changeKey: "b", changedAt: "2026-11-24T12:00:00Z" })).toEqual([]);
});

test("each changed place in the words is told once, with what stood there and what stands there", () => {
  const changed = withText((html) =>
    html
      .replace("hours a week", "a day a week")
      .replace("it is booked.", "it is booked. The first month is free.")
      .replace("fifteen minutes this week", "a call tomorrow at ten"),
  );
  expect(changed).toEqual([
    { field: "words", before: "hours", after: "a day" },
    { field: "words", before: "", after: "The first month is free." },
    { field: "words", before: "fifteen minutes this week", after: "a call tomorrow at ten" },
  ]);
});

describe("what Exchange and Outlook make of the same mail", () => {
  test.each<[string, (html: string) => string]>([
    [
      "wraps it in a document",
      (html) =>
        `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>\r\n${html}\r\n</body></html>`,
    ],
    ["writes entities and quotes in another way", (html) => html.replace("supplier", "s&#117;pplier").replaceAll('"', "'")],
    ["breaks lines and keeps blanks", (html) => html.replace("Many tell", "Many&nbsp;\r\n tell")],
    [
      "puts attributes in another order and case",
      (html) => html.replace('data-part="footer" style="color:#646D67"', 'STYLE="color: #646d67;" data-part="footer"'),
    ],
  ])("is no difference where it %s", (_, change) => {
    expect(withText(change)).toEqual([]);
  });

  test.each<[string, (html: string) => string]>([
    [
      "classes and styles of Word",
      (html) => html.replaceAll("<p>", '<p class="MsoNormal" style="mso-margin-top-alt:auto;margin:0in">'),
    ],
    [
      "margins that Outlook on the web writes out",
      (html) => html.replaceAll("<p>", '<p style="direction: ltr; margin-top: 1em; margin-bottom: 1em">'),
    ],
    [
      "names of fonts as Outlook gives them",
      (html) => html.replace("<p>Hi", `<p style='font-family:"Segoe UI","Segoe UI Web (West European)",宋体,"\\@DengXian"'>Hi`),
    ],
    [
      "what Word leaves for itself",
      (html) =>
        `<!--[if gte mso 9]><xml><o:shapedefaults v:ext="edit" spidmax="1026" /></xml><![endif]--><!--[if gte mso 9]><xml><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="1" /></o:shapelayout></xml><![endif]--><p>&nbsp;</p>${html}`,
    ],
    [
      "wrappers and empty paragraphs",
      (html) =>
        html
          .replace("Hi Lena,", '<span lang="EN-US"><font face="Aptos">Hi Lena,</font><o:p></o:p></span>')
          .replace("</p>", "</p><p>&nbsp;</p>"),
    ],
    ["a direction and identifiers", (html) => `<div dir="ltr" id="divtagdefaultwrapper">${html}</div>`],
    [
      "a style sheet",
      (html) =>
        `<head><style><!-- @font-face {font-family:Calibri} @list l0:level1 {text-indent:-.25in} p.MsoNormal {margin:0in;font-size:11.0pt;line-height:1} a:link {color:#0563C1} --></style></head>${html}`,
    ],
    [
      "settings that only Outlook reads",
      (html) =>
        `<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch></o:OfficeDocumentSettings></xml><![endif]-->${html.replace("<p>", '<p class="x">')}`,
    ],
    ["bold", (html) => html.replace("hours", "<b>hours</b>")],
    [
      "a body of Word",
      (html) =>
        `<body lang="EN-US" link="#0563C1" vlink="#954F72" style="word-wrap:break-word"><div class="WordSection1">${html}</div></body>`,
    ],
    [
      "spans of Word",
      (html) =>
        html.replace(
          "hours",
          '<span style="font-size:11.0pt;font-family:&quot;Aptos&quot;,sans-serif;color:black;mso-fareast-language:EN-US">hours</span>',
        ),
    ],
    [
      "spans of Outlook on the web",
      (html) =>
        html.replace(
          "hours",
          '<span style="color: rgb(0, 0, 0); font-size: 12pt; line-height: 1.2; background-color: rgb(255, 255, 255); letter-spacing: normal; white-space: normal; text-align: left;">hours</span>',
        ),
    ],
    ["other paragraphs", (html) => html.replace("Hi Lena,</p><p>", "Hi Lena, ")],
  ])("is one of looks alone: %s", (_, change) => {
    expect(withText(change).map(({ field }) => field)).toEqual(["markup"]);
  });
});

describe("what counts as other words", () => {
  test.each<[string, (html: string) => string]>([
    ["words that are not seen", (html) => html.replace("Hi Lena,", 'Hi Lena,<span style="display:none">free money</span>')],
    ["words in the colour of paper", (html) => html.replace("Hi Lena,", 'Hi Lena,<font color="#FFFFFF">free money</font>')],
    ["words that were seen and are hidden now", (html) => html.replace("<p>Hi", '<p style="max-height:0;overflow:hidden">Hi')],
    ["words struck through", (html) => html.replace("hours", "<s>hours</s>")],
    ["words turned around", (html) => html.replace("hours", '<span dir="rtl">hours</span>')],
    ["an invisible character", (html) => html.replace("hours", "hou\u200brs")],
    ["a letter that looks like another", (html) => html.replace("hours", "h\u043eurs")],
    ["words only Outlook shows", (html) => `${html}<!--[if mso]><p>Pay here</p><![endif]-->`],
    ["words too small to read, in short", (html) => html.replace("<p>Hi", '<p style="font:0/0 a">Hi')],
    ["words too small to read", (html) => html.replace("<p>Hi", '<p style="font-size:2px">Hi')],
    ["words in a box too low for them", (html) => html.replace("<p>Hi", '<p style="height:1px;overflow:hidden">Hi')],
    ["words in the colour of what is behind them", (html) => html.replace("<p>Hi", '<p style="color:#000;background:#000">Hi')],
    ["a font that shows signs for letters", (html) => html.replace("<p>Hi", '<p style="font-family:Wingdings">Hi')],
    ["such a font named by its element", (html) => html.replace("Hi Lena,", '<font face="Webdings">Hi Lena,</font>')],
    ["a filling that Word follows", (html) => html.replace("<p>Hi", '<p style="mso-style-textfill-fill-color:white">Hi')],
    ["a size that Word follows", (html) => html.replace("<p>Hi", '<p style="mso-bidi-font-size:1.0pt">Hi')],
    [
      "words among what Word leaves for itself",
      (html) => `${html}<!--[if mso]><xml><o:idmap v:ext="edit" data="1"/><p>Pay</p></xml><![endif]-->`,
    ],
    ["a colour that only some programs know", (html) => html.replace("<p>Hi", '<p style="color:hsl(0,0%,100%)">Hi')],
    ["words outside the page", (html) => html.replace("<p>Hi", '<p style="position:absolute;left:9999px">Hi')],
    ["a style whose name is written otherwise", (html) => html.replace("<p>Hi", '<p style="d\\69splay:none">Hi')],
    ["words in another order", (html) => html.replace("<p>Hi", '<p style="display:flex;flex-direction:row-reverse">Hi')],
    ["something laid over the words", (html) => `${html}<div style="position:absolute;top:0;width:100%;background:#fff"></div>`],
    ["words that fold away", (html) => html.replace("hours", "<details>hours</details>")],
    ["a digit above the line", (html) => html.replace("hours", "ho<sup>u</sup>rs")],
    ["a number before a line", (html) => html.replace("hours", '<ol start="50"><li>hours</li></ol>')],
    ["an action on a click", (html) => html.replace("<p>Hi", '<p onclick="go()">Hi')],
    ["a rule that makes small", (html) => `<style>.y{font:0/0 a}</style>${html}`],
    ["words after a part that only a parser skips", (html) => `${html}<![CDATA[ a>free ]]>`],
    ["words that Outlook leaves out", (html) => html.replace("hours", "<!--[if !mso]><!-->hours<!--<![endif]-->")],
    ["words that only some programs show", (html) => html.replace("hours", "<![if false]>hours<![endif]>")],
    ["words among Outlook's settings", (html) => `${html}<!--[if mso]><xml><p>Pay here</p></xml><![endif]-->`],
    ["many lines before the end", (html) => html.replace("<div data-part", `${"<br>".repeat(300)}<div data-part`)],
    ["a rule that hides", (html) => `<style>.y{display:none}</style>${html}`],
    ["a rule that writes", (html) => `<style>p::after{content:"free"}</style>${html}`],
    ["two words become one", (html) => html.replace("hours a", "hoursa")],
    ["a field to fill in", (html) => `${html}<input type="password">`],
    ["a script", (html) => `${html}<script>alert(1)</script>`],
  ])("%s", (_, change) => {
    const found = withText(change);
    expect(found.map(({ field }) => field)).toContain("words");
    expect(JSON.stringify(found)).not.toContain("\u200b");
  });
});

describe("what counts as other links", () => {
  test.each<[string, (html: string) => string, string]>([
    [
      "another target under the same words",
      (html) => html.replace("/u/abc", "/u/abd"),
      "Unsubscribe → https://contoso.example/u/abd",
    ],
    [
      "a link over what was text",
      (html) => html.replace("hours a week", '<a href="https://evil.example">hours a week</a>'),
      "hours a week → https://evil.example/",
    ],
    [
      "a picture behind the words",
      (html) => html.replace("<p>", '<p style="background:url(https://evil.example/p.gif)">'),
      "(style) → https://evil.example/p.gif",
    ],
    ["a base for all links", (html) => `<base href="https://evil.example/">${html}`, "(base) → https://evil.example/"],
    [
      "a page that leads on",
      (html) => `<meta http-equiv="refresh" content="0;url=https://evil.example">${html}`,
      "(refresh) → 0;url=https://evil.example",
    ],
  ])("%s", (_, change, after) => {
    expect(withText(change)).toContainEqual(expect.objectContaining({ field: "links", after }));
  });

  test("a link that is gone, though its words stay", () => {
    expect(withText((html) => html.replace(/<a [^>]*>Unsubscribe<\/a>/, "Unsubscribe"))).toContainEqual({
      field: "links",
      before: "Unsubscribe → https://contoso.example/u/abc",
      after: "",
    });
  });
});

describe("around the body", () => {
  test("another recipient, wherever he stands, is a difference, and no name is", () => {
    const other = { email: "boss@fabrikam.example", name: "Boss" };
    expect(compareMails(signed, { ...signed, to: [other] })).toEqual([
      { field: "recipients", before: "To: lena@fabrikam.example", after: "To: boss@fabrikam.example" },
    ]);
    for (const list of ["cc", "bcc", "replyTo"] as const) expect(fields({ [list]: [other] })).toEqual(["recipients"]);
    expect(fields({ to: [lena, other] })).toEqual(["recipients"]);
    expect(fields({ to: [{ ...lena, email: "LENA@Fabrikam.example" }] })).toEqual([]);
    expect(fields({ to: [{ ...lena, name: "lena@fabrikam.example" }] })).toEqual([]);
    expect(fields({ to: [{ ...lena, name: "The boss" }] })).toEqual(["markup"]);
  });

  test("another sender is a difference; that nobody is named any more is none", () => {
    const boss = { email: "boss@contoso.example", name: "Boss" };
    expect(fields({ from: boss })).toEqual(["from"]);
    expect(fields({ sender: boss })).toEqual(["from"]);
    expect(fields({ from: null, sender: null })).toEqual([]);
    expect(compareMails({ ...signed, from: null }, { ...signed, from: boss }).map(({ field }) => field)).toEqual(["from"]);
  });

  test("subject, attachments and pictures count", () => {
    expect(fields({ subject: "Invoices!" })).toEqual(["subject"]);
    expect(fields({ attachments: [{ name: "offer.pdf", size: 12 }] })).toEqual(["attachments"]);
    expect(fields({ html: `${signed.html}<img src="cid:1" alt="Free">` })).toEqual(["attachments", "markup"]);
  });
});

test("two texts without anything in common are compared in time, as are long and broken ones", () => {
  const words = (from: number) => Array.from({ length: 20_000 }, (_, index) => `w${from + index}`).join(" ");
  const started = Date.now();
  expect(compareMails({ ...signed, html: words(0) }, { ...signed, html: words(50_000) }).map(({ field }) => field)).toEqual([
    "words",
  ]);
  for (const broken of [
    `<style>${"/*".repeat(100_000)}`,
    "<div>".repeat(20_000),
    "<a href=".repeat(20_000),
    "<!--[if".repeat(50_000),
  ])
    compareMails(signed, { ...signed, html: broken });
  expect(Date.now() - started).toBeLessThan(10_000);
});
