// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from "vitest";
import { mayReload, watchTyping } from "./may-reload";

let end = () => {};
beforeEach(() => {
  end = watchTyping();
});
afterEach(() => {
  end();
  document.body.innerHTML = "";
});

const put = (html: string) => {
  document.body.innerHTML = html;
  return document.body.firstElementChild as HTMLElement;
};

test("a page that is only looked at may begin anew", () => {
  put("<p>Campaigns</p>");
  expect(mayReload()).toBe(true);
});

test("not while a caret stands in a field, nor once one was typed into, until that field is gone", () => {
  const field = put("<input>");
  field.focus();
  expect(mayReload()).toBe(false);
  field.blur();
  expect(mayReload()).toBe(true);
  field.dispatchEvent(new Event("input", { bubbles: true }));
  expect(mayReload()).toBe(false);
  field.remove();
  expect(mayReload()).toBe(true);
});

test.each(['<div role="dialog"></div>', '<div role="menu"></div>', "<dialog open></dialog>"])("not while %s is open", (html) => {
  put(html);
  expect(mayReload()).toBe(false);
});
