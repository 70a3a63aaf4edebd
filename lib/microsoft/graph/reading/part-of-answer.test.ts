import { expect, test } from "vitest";
import { partOfAnswer } from "./part-of-answer";

const content = 'a "quoted" \\ word,\r\n\u00fc \ud83d\ude00 <p>x</p>';
const whole = `{"@odata.etag":"W/1","hasAttachments":true,"body":{"contentType":"html","content":${JSON.stringify(content).replace("ü", "\\u00fc")}},"uniqueBody":{"contentType":"html","content":"y"}}`;

test("wherever an answer breaks off, what there is of its body is read, and no half letter", () => {
  const begin = whole.indexOf('"content":"') + '"content":"'.length;
  for (let end = begin; end < whole.length; end++) {
    const { body } = partOfAnswer(whole.slice(0, end));
    expect(content.startsWith((body?.content ?? "-").replace(/[\ud800-\udbff]$/, ""))).toBe(true);
  }
  expect(partOfAnswer(whole).body).toEqual({ contentType: "html", content });
});

test("one without a body has none", () => {
  expect(partOfAnswer('{"hasAttachments":true,"bo')).toEqual({});
  expect(partOfAnswer('{"body":{"contentType":"text","cont')).toEqual({});
});
