import { describe, expect, test } from "vitest";
import { sanitizeHtml, textOf } from "../../mail/sanitize-html";
import { checkTemplate, renderTemplate, templateFields } from "./render-template";

const render = (subject: string, body: string, data: Record<string, string> = {}) => renderTemplate({ subject, body }, data);

describe("a template", () => {
  test("takes the contact's fields, and the fallback where one is empty", () => {
    expect(render("Invoices at {{ company }}", '<p>Hi {{ first_name | default: "there" }}</p>', { company: "Feltz" })).toEqual({
      subject: "Invoices at Feltz",
      body: "<p>Hi there</p>",
      missing: [],
    });
  });

  test("names every empty field once", () => {
    expect(render("{{ company }}", "{{ town }} {{ company }}").missing).toEqual(["company", "town"]);
  });

  test("escapes values in the text and not in the subject", () => {
    const { subject, body } = render("{{ company }}", "{{ company }}", { company: "<b>A & B</b>" });
    expect(subject).toBe("<b>A & B</b>");
    expect(body).toBe("&lt;b&gt;A &amp; B&lt;/b&gt;");
  });

  test("never evaluates what a contact's data says", () => {
    expect(render("x", "{{ company }}", { company: "{{ sender_email }}{% if true %}" }).body).toBe(
      "{{ sender_email }}{% if true %}",
    );
    expect(render("x", "{{ __proto__ }}{{ constructor }}").body).toBe("");
  });

  test("lets no line break or hidden mark into a subject", () => {
    expect(render("a {{ company }}", "", { company: "x\r\nBcc: all@x.example\u202e" }).subject).toBe("a x Bcc: all@x.example");
  });

  test("says why it cannot be read", () => {
    expect(checkTemplate({ subject: "ok", body: "{{ first_name" })).toMatch(/^The text cannot be read: /);
    const why = (body: string) => checkTemplate({ subject: "", body })?.replace("The text cannot be read: ", "");
    expect(why("Hi {{ first_name")).toBe("“{{ first_name” is opened and never closed with }}.");
    expect(why("{% if company %}Hi")).toBe("“{% if company %}” is opened and never closed.");
    expect(why("{{ company | shout }}")).toBe("“shout” after a | is not known here.");
    expect(why("Hi{% endif %}")).toBe("“endif” closes nothing that was opened.");
    expect(why("{{ }}")).toBe("Between {{ and }}, or after an if, a field is missing.");
    expect(checkTemplate({ subject: "ok", body: "{% include 'x' %}" })).toContain('"include" is not among the instructions');
    expect(checkTemplate({ subject: "ok", body: "{{ a | no_such_filter }}" })).toMatch(/no_such_filter/);
    expect(checkTemplate({ subject: "ok", body: "{% if company %}{{ company }}{% endif %}" })).toBeNull();
  });

  test("stops a text that would run for ever", () => {
    expect(() => render("x", "{% for i in (1..999999999) %}x{% endfor %}")).toThrow(/for/);
  });

  test("tells its fields", () => {
    expect(templateFields("{{ a }} {{- b | upcase }} {{ a }}")).toEqual(["a", "b"]);
  });
});

describe("the text of a mail", () => {
  test.each([
    ["<script>alert(1)</script><p>a</p>", "<p>a</p>"],
    ['<p onclick="x()" style="color:red">a</p>', "<p>a</p>"],
    ['<a href="javascript:alert(1)">a</a>', "<a>a</a>"],
    ['<a href="https://x.example" target="_blank">a</a>', '<a href="https://x.example">a</a>'],
    ['<img src="x" onerror="alert(1)">', ""],
    ["<svg><animate onbegin=alert(1)></svg>", ""],
    ["<div>a</div>", "<p>a</p>"],
    ['<a href=" jav&#x09;ascript:alert(1)">a</a>', "<a>a</a>"],
    ['<a href="data:text/html,<script>1</script>">a</a>', "<a>a</a>"],
    ["<style>p{}</style><iframe src=x></iframe><p>a</p>", "<p>a</p>"],
  ])("%s becomes %s, and stays so", (given, clean) => {
    expect(sanitizeHtml(given)).toBe(clean);
    expect(sanitizeHtml(clean)).toBe(clean);
  });

  test("reads as plain words", () => {
    expect(textOf("<p>Hi &amp; hello</p><p>two<br>lines</p>")).toBe("Hi & hello\ntwo\nlines");
  });
});

test("a word in single braces is no field and is named; braces that mean nothing else are left alone", () => {
  expect(checkTemplate({ subject: "Hi {first_nam}", body: "" })).toBe(
    "The subject holds {first_nam}, which is no field: a field has two braces on each side.",
  );
  expect(
    checkTemplate({ subject: "", body: "<p>{{ company }} {% if town %}{{ town }}{% endif %} { } {1} 3 {a b}</p>" }),
  ).toBeNull();
});
