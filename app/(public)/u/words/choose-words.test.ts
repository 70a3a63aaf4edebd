import { expect, test } from "vitest";
import { chooseLanguage } from "./choose-words";

test.each([
  ["de", "de"],
  ["de-AT", "de"],
  ["de-DE-1996,en;q=0.5", "de"],
  ["DE-ch", "de"],
  ["fr-CA,fr;q=0.9,en;q=0.8", "fr"],
  ["en;q=0.8,de;q=0.9", "de"],
  ["en-US,en;q=0.9,de;q=0.8", "en"],
  ["it-IT,it;q=0.9,fr;q=0.5,en;q=0.3", "fr"],
  ["de;q=0.5,fr;q=0.5", "de"],
  ["fr;q=0,de;q=0.1", "de"],
  ["fr;q=0", "en"],
  ["fr;q=0.000, de", "de"],
  ["*", "en"],
  ["en;q=0, *", "de"],
  ["en;q=0,de;q=0,*;q=0.5", "fr"],
  ["ja,zh;q=0.9", "en"],
  ["de ; q=0.7 , fr ; q=0.9", "fr"],
  ["den,frr,english", "en"],
  ["de;q=2,fr", "fr"],
  ["de;q=x,fr;q=0.1", "fr"],
  [";;;,,,q=1", "en"],
  ["", "en"],
  ["../../etc/passwd,<script>", "en"],
  [`${"x,".repeat(5000)}de`, "en"],
])("%s is %s", (accepted, language) => {
  expect(chooseLanguage(accepted)).toBe(language);
});

test("who says nothing reads English", () => {
  expect(chooseLanguage(null)).toBe("en");
});
