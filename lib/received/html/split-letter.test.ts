import { describe, expect, test } from "vitest";
import { quickest } from "../../env/testing/quickest";
import { textOfHtml } from "../../mail/text-of-html";
import { showLetter } from "./show-letter";
import { splitLetter } from "./split-letter";

const split = (html: string, unique: string | null = null) =>
  splitLetter({ html, unique, attachments: [], closed: null, isCut: false });
const read = (html: string, unique: string | null = null) => {
  const { words, quote } = showLetter(split(html, unique), { images: false });
  return { words: textOfHtml(words), quote: quote && textOfHtml(quote).replace(/\s+/g, " ") };
};

const written = "Thursday at two works.";
const below: [string, string][] = [
  [
    "Gmail",
    `<div dir="ltr">${written}</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 16 Nov 2026 at 10:12, Anna &lt;anna@contoso.com&gt; wrote:<br></div><blockquote class="gmail_quote"><p>Old words</p></blockquote></div>`,
  ],
  [
    "Outlook on the web",
    `<div>${written}</div><div id="appendonsend"></div><hr tabindex="-1"><div id="divRplyFwdMsg"><b>From:</b> Anna<br><b>Sent:</b> Monday<br><b>Subject:</b> Hello</div><p>Old words</p>`,
  ],
  [
    "Outlook on the web, through another mailbox",
    `<div>${written}</div><hr><div id="x_divRplyFwdMsg"><b>Von:</b> Anna</div><p>Old words</p>`,
  ],
  [
    "Outlook for Windows",
    `<p>${written}</p><div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p><b>Von:</b> Anna<br><b>Gesendet:</b> Montag<br><b>An:</b> Simona</p></div><p>Old words</p>`,
  ],
  [
    "Outlook for Mac",
    `<p>${written}</p><div style="border:none;border-top:solid #B5C4DF 1.0pt"><p><b>De :</b> Anna</p></div><p>Old words</p>`,
  ],
  [
    "Outlook, whose frame is lost",
    `<p>${written}</p><p>Da: Anna<br>Inviato: lunedì 16 novembre 2026 10:12<br>A: Simona<br>Oggetto: Fatture</p><p>Old words</p>`,
  ],
  [
    "Apple Mail",
    `<div>${written}</div><div><br><blockquote type="cite"><div>On 16 Nov 2026, at 10:12, Anna &lt;anna@contoso.com&gt; wrote:</div><br><div>Old words</div></blockquote></div>`,
  ],
  [
    "Thunderbird",
    `<p>${written}</p><div class="moz-cite-prefix">Am 16.11.26 um 10:12 schrieb Anna:<br></div><blockquote type="cite" cite="mid:a@b"><p>Old words</p></blockquote>`,
  ],
  [
    "Yahoo",
    `<div>${written}</div><div class="yahoo_quoted" id="yahoo_quoted_1"><div>On Monday, Anna wrote:</div><div>Old words</div></div>`,
  ],
  [
    "Proton",
    `<div>${written}</div><div class="protonmail_quote">On Monday, Anna wrote:<blockquote class="protonmail_quote" type="cite">Old words</blockquote></div>`,
  ],
  [
    "a quote without a name below a line that says whose it is",
    `<p>${written}</p><p>Le lun. 16 nov. 2026 à 10:12, Anna a écrit :</p><blockquote><p>Old words</p></blockquote>`,
  ],
  ["plain text", `${written}<br><br>On Mon, 16 Nov 2026 at 10:12, Anna wrote:<br>&gt; Old words<br>&gt; Anna`],
  ["a divider", `<p>${written}</p><p>-----Ursprüngliche Nachricht-----</p><p>Old words</p>`],
];

describe("what they wrote is told from what they quote", () => {
  test.each(below)("below a mail of %s", (_, html) => {
    const { words, quote } = read(html);
    expect(words).toBe(written);
    expect(quote).toContain("Old words");
  });
  test("an answer below the quote is theirs", () => {
    const html = `<blockquote type="cite"><div>On 16 Nov 2026, at 10:12, Anna wrote:</div><div>Old words</div></blockquote><div>${written}</div>`;
    expect(read(html)).toMatchObject({ words: written, quote: expect.stringContaining("Old words") });
  });
  test("an indented text that nothing announces is theirs", () => {
    expect(read(`<p>${written}</p><blockquote>An aside</blockquote>`)).toEqual({ words: `${written}\n\nAn aside`, quote: null });
  });
  test("a forwarded mail without a word of theirs is shown as it is", () => {
    const html = `<div id="divRplyFwdMsg"><b>From:</b> Anna</div><p>Old words</p>`;
    expect(read(html)).toEqual({ words: expect.stringContaining("Old words"), quote: null });
  });
  test("Exchange is believed where no program's marks are known", () => {
    const html = `<p>${written}</p><p>~~ the mail before ~~</p><p>${"Old words. ".repeat(20)}</p>`;
    expect(read(html, `<p>${written}</p>`)).toMatchObject({ words: written, quote: expect.stringContaining("Old words.") });
    expect(read(html).quote).toBeNull();
  });
  test("and is not where nothing of what it gives is text", () => {
    expect(read(`<p>${written}</p>`, "<div><br></div>")).toEqual({ words: written, quote: null });
  });
});

const large: [string, string][] = [
  ["25 megabytes of text", "x ".repeat(12_500_000)],
  ["25 megabytes of paragraphs", "<p style='color:red'>lorem <b>ipsum</b></p>".repeat(600_000)],
  [
    "four hundred quoted levels",
    `<p>Hi</p>${"<blockquote type=cite>On Mon, 16 Nov 2026, Anna wrote:<br>".repeat(400)}old${"</blockquote>".repeat(400)}`,
  ],
  ["a hundred thousand frames", `${"<div>".repeat(100_000)}deep`],
  ["angle brackets alone", "<".repeat(1_000_000)],
  ["an attribute without an end", `<p title="${"a".repeat(2_000_000)}`],
  ["a hundred thousand attributes", `<p ${"a=b ".repeat(100_000)}>x</p>`],
  ["styles that begin again and again", `<p style="${"border:".repeat(20_000)}">x</p>`.repeat(3)],
  ["style elements that never end", "<style".repeat(30_000)],
  ["blank lines at the end", `<p>x</p>${"<br>".repeat(40_000)}<p>y</p>`],
  ["lines that say who wrote", "On Mon, 16 Nov 2026 at 10:12, Anna wrote:<br>".repeat(4000)],
  ["colons", `${":".repeat(140_000)}<br>${"From: ".repeat(20_000)}`],
  ["a charset that lied", "\ufffd\u0001\u00ff\ud800".repeat(40_000)],
  ["pictures in the mail", `<p>Hi</p>${`<img src="data:image/png;base64,${"A".repeat(300_000)}">`.repeat(20)}`],
];

describe("a letter made to stop a reader takes no time", () => {
  test.each(large)("%s", async (_, html) => {
    const show = () => showLetter(split(html), { images: false });
    expect(await quickest(show, 600, 5)).toBeLessThan(600);
    const letter = show();
    expect(letter.words.length + (letter.quote?.length ?? 0)).toBeLessThan(2_500_000);
  });
  test("and says that it is cut, unless it is long by its pictures alone", () => {
    const cut = (html: string) => split(html).isCut;
    expect(cut("x ".repeat(12_500_000))).toBe(true);
    expect(cut("<div>".repeat(5000))).toBe(true);
    expect(cut(`<p>Hi</p><img src="data:image/png;base64,${"A".repeat(300_000)}">`)).toBe(false);
  });
});
