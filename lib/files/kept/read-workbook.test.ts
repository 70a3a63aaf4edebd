import { expect, test } from "vitest";
import { isWorkbook, noTable } from "./no-table";
import { readWorkbook } from "./read-workbook";
import { workbookOf, zipOf } from "./testing/zip-of";

test("the first sheet of a workbook becomes the text of a CSV file", async () => {
  const workbook = workbookOf([
    ["Email", "Name"],
    ["lea@hale.example", "Hale, Lea"],
    ["zoe@hale.example", "Zoë 🙂"],
  ]);
  expect(isWorkbook(workbook)).toBe(true);
  expect((await readWorkbook(workbook)).toString()).toBe('Email,Name\nlea@hale.example,"Hale, Lea"\nzoe@hale.example,Zoë 🙂\n');
});

test("one that would unpack to more than there is memory for is refused before it is unpacked", async () => {
  await expect(readWorkbook(workbookOf([["Email"], ["a@a.example"]], 100_000_000))).rejects.toThrow("larger than 300 MB");
});

test("another ZIP is none, and a damaged one is said", async () => {
  expect(isWorkbook(zipOf({ "people.csv": "email\n" }))).toBe(false);
  expect(noTable(zipOf({ "people.csv": "email\n" }))).toContain("packed file");
  await expect(readWorkbook(workbookOf([["Email"]]).subarray(0, 500))).rejects.toThrow("cannot be read");
});
