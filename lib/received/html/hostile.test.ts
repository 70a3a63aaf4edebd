import { Parser } from "htmlparser2";
import { describe, expect, test } from "vitest";
import { hostile } from "../corpus/hostile";
import { sanitizeReceived } from "./sanitize-received";
import { showLetter } from "./show-letter";
import { splitLetter } from "./split-letter";

const letter = (html: string, images = false) =>
  showLetter(splitLetter({ html, unique: null, attachments: [], closed: null, isCut: false }), { images });

type Tag = { name: string; attributes: Record<string, string> };

function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  const parser = new Parser({ onopentag: (name, attributes) => tags.push({ name, attributes }) });
  parser.end(html);
  return tags;
}

const names = new Set(
  "p br div hr h1 h2 h3 h4 h5 h6 blockquote pre ul ol li dl dt dd center address figure figcaption a b strong i em u s strike del ins sub sup small big font span code kbd samp tt q cite abbr mark bdi table caption colgroup col thead tbody tfoot tr td th img".split(
    " ",
  ),
);
const attributes =
  /^(style|dir|lang|align|valign|width|height|bgcolor|color|border|cellpadding|cellspacing|colspan|rowspan|start|type|face|size|src|alt|href|rel|target|referrerpolicy|data-part)$/;

describe.each(hostile)("%s", (_, html) => {
  test.each([false, true])("leaves nothing that runs, loads unasked, covers or leads astray (images: %s)", (images) => {
    const { words, quote } = letter(html, images);
    const safe = `${words}${quote ?? ""}`;
    for (const { name, attributes: given } of tagsOf(safe)) {
      expect(names).toContain(name);
      for (const [attribute, value] of Object.entries(given)) {
        expect(attribute).toMatch(attributes);
        if (attribute === "style") {
          expect(value).not.toMatch(
            /url|expression|\\|\/\*|@|image|var\(|position|float|inset|transform|z-index|opacity|animation|-\d/i,
          );
          for (const [size] of value.matchAll(/\d+(?=px)/g)) expect(Number(size)).toBeLessThanOrEqual(1200);
        }
        if (attribute === "href") expect(value).toMatch(/^(https?:\/\/|mailto:|tel:)/);
        if (attribute === "src")
          expect(value).toMatch(images ? /^(https?:\/\/|data:image\/(png|jpe?g|gif|webp|bmp);base64,)/ : /^data:image\//);
        if (!images && attribute !== "href") expect(value).not.toContain("evil.example");
        if (attribute === "data-part") expect(["image", "leads"]).toContain(value);
      }
      if (name === "a" && given.href) expect(given).toMatchObject({ target: "_blank", rel: "noopener noreferrer" });
    }
    expect(safe).not.toMatch(/[\u202a-\u202e]/);
  });
  test("stays as it is when it is made safe once more", () => {
    const once = sanitizeReceived(html, { images: true }).html;
    expect(sanitizeReceived(once, { images: true }).html).toBe(once);
  });
});

test("the corpus holds many ways, and none twice", () => {
  expect(hostile.length).toBeGreaterThanOrEqual(90);
  expect(new Set(hostile.map(([name]) => name)).size).toBe(hostile.length);
});

test.each([
  ['<a href="https://evil.example/login">https://www.contoso.com/login</a>', "(leads to evil.example)"],
  ['<a href="https://contoso.com@evil.example/">contoso.com</a>', "(leads to evil.example)"],
  ['<a href="https://evil.example/">con\u200btoso.com</a>', "(leads to evil.example)"],
  ['<a href="https://evil.example/"><b>www.</b><i>contoso</i>.com</a>', "(leads to evil.example)"],
  [
    '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fevil.example%2F&data=1">contoso.com</a>',
    "(leads to evil.example)",
  ],
  ['<a href="mailto:anna@evil.example">anna@contoso.com</a>', "(leads to evil.example)"],
])("%s says where it leads", (html, says) => {
  expect(letter(html).words).toContain(says);
});

test.each([
  '<a href="https://www.contoso.com/a">contoso.com</a>',
  '<a href="https://links.contoso.com/x">www.contoso.com</a>',
  '<a href="https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcontoso.com%2F">contoso.com</a>',
  '<a href="https://evil.example/">our prices</a>',
  '<a href="https://contoso.com/a.b">version 2.0 of 3.5</a>',
  '<a href="mailto:anna@contoso.com">anna@contoso.com</a>',
])("%s leads where it says, or says no place", (html) => {
  expect(letter(html).words).not.toContain("leads to");
});

test("pictures from elsewhere are counted, shown only when asked for, and counters of readers never", () => {
  const html =
    '<p>Hi</p><img src="https://x.example/a.png" alt="Our house" width="200"><img src="https://x.example/b.png"><img src="https://x.example/c.gif" width="1" height="1">';
  const off = letter(html);
  expect(off).toMatchObject({ remoteImages: 2, words: '<p>Hi</p><span data-part="image">Our house</span>' });
  const on = letter(html, true);
  expect(tagsOf(on.words).filter(({ name }) => name === "img")).toHaveLength(2);
  expect(on.words).not.toContain("c.gif");
});

test("black on white is left to the page, and what has colours says so", () => {
  expect(letter('<p style="color:#000;background:white;color:windowtext">Hi</p>')).toMatchObject({
    words: "<p>Hi</p>",
    hasColours: false,
  });
  expect(letter('<td bgcolor="#ffffff"><font color="rgb(0,0,0)">Hi</font></td>').hasColours).toBe(false);
  expect(letter('<p style="color:#c00">Hi</p>')).toMatchObject({ words: '<p style="color:#c00">Hi</p>', hasColours: true });
});
