import { describe, expect, test } from "vitest";
import { suggestColumns } from "../suggest-columns";

const kindOf = (target: string) => (target.startsWith("field:") ? "field" : target);
const read = (headers: string[] | null, rows: string[]) =>
  suggestColumns(
    headers,
    rows.map((row) => row.split("|")),
  ).mapping.map(({ target }) => kindOf(target));

describe("files that do not name their columns", () => {
  test.each<[string, string[], string[]]>([
    ["addresses only", ["lea@hale.example", "sam@orr.example"], ["email"]],
    [
      "first, last, company, town, address",
      [
        "Lea|Hale|Northwind Ltd|London|lea.hale@northwind.example",
        "Jörg|Müller|Contoso GmbH|Köln|joerg.mueller@contoso.example",
        "Ana|Souza|Fabrikam Lda|Lisboa|a.souza@fabrikam.example",
        "Tom|Bell|Tailspin|Leeds|tom@tailspin.example",
      ],
      ["first_name", "last_name", "company", "field", "email"],
    ],
    [
      "last before first, whatever the order of the columns",
      ["a.souza@x.example|Souza|Ana", "lea.hale@y.example|Hale|Lea", "tbell@z.example|Bell|Tom", "jan.novak@w.example|Novák|Jan"],
      ["email", "last_name", "first_name"],
    ],
    [
      "whole names and phones",
      [
        "Lea Hale|+44 20 7946 0000|lea.hale@gmail.com|2024-01-02",
        "Sam Orr|+44 20 7946 0001|sorr@gmail.com|2024-01-03",
        "Marie-Claire Petit|+33 1 23 45 67 89|mc.petit@gmail.com|2024-01-04",
        "Ida Berg|+47 22 12 34 56|berg.ida@gmail.com|2024-01-05",
      ],
      ["name", "field", "email", "field"],
    ],
    [
      "companies by their legal forms, of people with free mail",
      [
        "anna1@gmail.com|Bäckerei Huber GmbH|https://huber.example",
        "zwei@gmx.de|Studio Vier S.r.l.|https://vier.example",
        "drei@web.de|株式会社テスト|https://drei.example",
      ],
      ["email", "company", "field"],
    ],
    [
      "a domain and a link are no company",
      [
        "lea@northwind.example|northwind.example|https://northwind.example",
        "sam@contoso.example|contoso.example|www.contoso.example",
      ],
      ["email", "field", "field"],
    ],
    [
      "an owner who repeats is not the person",
      [
        "rep@us.example|lea@a.example",
        "rep@us.example|sam@b.example",
        "rep@us.example|tom@c.example",
        "rep@us.example|ida@d.example",
      ],
      ["field", "email"],
    ],
  ])("%s", (_, rows, targets) => expect(read(null, rows)).toEqual(targets));
});

describe("headers that nobody knows", () => {
  test("are read by what stands below them", () => {
    const rows = [
      "Lea|Hale|Northwind|lea.hale@northwind.example",
      "Sam|Orr|Contoso|sam.orr@contoso.example",
      "Tom|Bell|Tailspin|tom.bell@tailspin.example",
    ];
    expect(read(["Enw cyntaf", "Cyfenw", "Cwmni", "E-bost"], rows)).toEqual(["first_name", "last_name", "company", "email"]);
  });

  test("a login, a nickname or a website is not guessed to be a name or a company", () => {
    const rows = ["lea.hale|lea|Northwind|lea.hale@northwind.example", "sam.orr|sam|Contoso|sam.orr@contoso.example"];
    expect(read(["Username", "Nickname", "Website", "Email"], rows)).toEqual(["field", "field", "field", "email"]);
  });

  test("“Name” is the company in a list of companies", () => {
    const rows = ["Northwind Ltd|info@northwind.example", "Contoso|hello@contoso.example", "Tailspin Toys|info@tailspin.example"];
    expect(read(["Name", "Email"], rows)).toEqual(["company", "email"]);
  });

  test("“Name” stays the name where people work at firms of their own name", () => {
    const rows = ["Lea Hale|lea@hale.example", "Sam Orr|sam@orr.example", "Tom Bell|tom@bell.example"];
    expect(read(["Name", "Email"], rows)).toEqual(["name", "email"]);
  });
});
