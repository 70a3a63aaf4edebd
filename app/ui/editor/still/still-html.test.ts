import { expect, test } from "vitest";
import { fromEditor } from "../field-text";
import { stillHtml } from "./still-html";

const text = (value: string) => stillHtml(value, { single: false, placeholder: "Write" });

test("marks, lists, links and fields stand there as an editor shows them", () => {
  expect(text('<p>Hi {{ first_name | default: "there" }},</p><ul><li><p><strong>one</strong></p></li></ul>')).toBe(
    '<p>Hi <span data-field="first_name" data-fallback="there" contenteditable="false">first_name, or “there”</span>,</p><ul><li><p><strong>one</strong></p></li></ul>',
  );
  expect(text("<p>a<br />b</p><p></p>")).toBe("<p>a<br>b</p><p><br></p>");
  expect(text("<p>a<br /></p>")).toBe("<p>a<br><br></p>");
});

test.each([
  ['<a href="javascript:alert(1)" onclick="x()">go</a>', "<a>go</a>"],
  ["<img src=x onerror=alert(1)>", "&lt;img src=x onerror=alert(1)&gt;"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ['<p style="position:fixed">a</p>', "<p>a</p>"],
  ["1 < 2", "1 &lt; 2"],
  [
    '<svg/onload=alert(1)><span data-field="a" onclick="x()"></span>',
    "&lt;svg/onload=alert(1)&gt;&lt;span data-field=&quot;a&quot; onclick=&quot;x()&quot;&gt;&lt;/span&gt;",
  ],
])("of %s nothing comes along but the names of marks", (value, shown) => {
  expect(text(value)).toBe(shown);
});

test("one line is plain text, and what is empty says what to write", () => {
  expect(stillHtml("a <b> & {{ company }}", { single: true, placeholder: "" })).toBe(
    '<p>a &lt;b&gt; &amp; <span data-field="company" contenteditable="false">company</span></p>',
  );
  for (const value of ["", "<p></p>"]) expect(text(value)).toContain('data-placeholder="Write"');
});

test("what is typed before the editor is there is the same text as afterwards", () => {
  const value = '<p>Hi {{ first_name | default: "there" }}, <strong>now</strong></p>';
  expect(fromEditor(text(value), false)).toBe(value);
  expect(fromEditor(stillHtml("a < b {{ company }}", { single: true, placeholder: "" }), true)).toBe("a < b {{ company }}");
  expect(fromEditor("<p><br></p>", false)).toBe("");
});
