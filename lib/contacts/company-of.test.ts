import { expect, test } from "vitest";
import { companyOf } from "./company-of";

test("a company is known by its domain and its name, whatever the letters", () => {
  expect(companyOf({ email: "Lena@Brandt-Foods.EXAMPLE", company: "  Brandt FOODS " })).toEqual({
    domain: "brandt-foods.example",
    name: "brandt foods",
  });
  expect(companyOf({ email: "lena@brandt.example", company: " " })).toEqual({ domain: "brandt.example", name: null });
});

test.each([
  "gmail.com",
  "googlemail.com",
  "outlook.com",
  "hotmail.de",
  "gmx.net",
  "web.de",
  "t-online.de",
  "qq.com",
  "163.com",
  "mail.ru",
  "proton.me",
  "icloud.com",
  "orange.fr",
  "libero.it",
  "wp.pl",
  "seznam.cz",
  "naver.com",
  "comcast.net",
  "posteo.de",
  "tutanota.com",
])("%s is no company", (domain) => {
  expect(companyOf({ email: `a@${domain}`, company: null })).toEqual({ domain: null, name: null });
});
