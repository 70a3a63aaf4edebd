import { describe, expect, test } from "vitest";
import { falseFriends } from "./examples/false-friends";
import { headerLines } from "./examples/header-lines";
import { suggestColumns } from "./suggest-columns";

const kindOf = (target: string) => (target.startsWith("field:") ? "field" : target);
const targetsOf = (headers: string[] | null, rows: string[][] = []) =>
  suggestColumns(headers, rows).mapping.map(({ target }) => kindOf(target));

/** The headers of a line and what is expected of each. */
function partsOf(line: string) {
  const cells = line.split("|");
  const headers = cells.map((cell) => cell.replace(/^\*[a-z_]+=|^\+/, ""));
  const targets = cells.map((cell) => /^\*([a-z_]+)=/.exec(cell)?.[1] ?? "field");
  return { headers, targets, others: cells.flatMap((cell, index) => (cell.startsWith("+") ? [index] : [])) };
}

describe("the lines that programs write", () => {
  test("are at least thirty", () => expect(headerLines.length).toBeGreaterThanOrEqual(30));

  test.each(headerLines)("$program", ({ line }) => {
    const { headers, targets, others } = partsOf(line);
    const { mapping, otherAddresses } = suggestColumns(headers, []);
    expect(mapping.map(({ header, target }) => `${header}=${kindOf(target)}`)).toEqual(
      headers.map((one, at) => `${one}=${targets[at]}`),
    );
    expect(otherAddresses).toEqual(others);
  });
});

describe("a name beside another", () => {
  test.each([
    [
      ["Name", "Email"],
      ["name", "email"],
    ],
    [
      ["Vorname", "Name", "E-Mail"],
      ["first_name", "last_name", "email"],
    ],
    [
      ["Name", "Vorname", "Nachname"],
      ["name", "first_name", "last_name"],
    ],
    [
      ["Nom", "Prénom"],
      ["last_name", "first_name"],
    ],
    [
      ["Nom", "Courriel"],
      ["name", "email"],
    ],
    [
      ["Nombre", "Apellidos"],
      ["first_name", "last_name"],
    ],
    [
      ["Nombre", "Correo"],
      ["name", "email"],
    ],
    [
      ["Nome", "Cognome"],
      ["first_name", "last_name"],
    ],
    [
      ["Nume", "Prenume"],
      ["last_name", "first_name"],
    ],
    [
      ["Naam", "Voornaam"],
      ["last_name", "first_name"],
    ],
    [
      ["Имя", "Фамилия", "Отчество"],
      ["first_name", "last_name", "field"],
    ],
    [
      ["Име", "Презиме", "Фамилия"],
      ["first_name", "field", "last_name"],
    ],
    [
      ["Име", "Презиме"],
      ["first_name", "last_name"],
    ],
    [
      ["Apelido", "Nome", "Sobrenome"],
      ["field", "first_name", "last_name"],
    ],
    [
      ["姓", "名"],
      ["last_name", "first_name"],
    ],
    [
      ["氏名", "会社名", "メールアドレス"],
      ["name", "company", "email"],
    ],
    [
      ["이름", "성"],
      ["first_name", "last_name"],
    ],
    [
      ["Contact", "First name", "Last name"],
      ["name", "first_name", "last_name"],
    ],
  ])("%j", (headers, targets) => expect(targetsOf(headers)).toEqual(targets));
});

describe("headers with more than a name", () => {
  test.each([
    ["First Name *", "first_name"],
    ["last_name (required)", "last_name"],
    ["Vorname / First name", "first_name"],
    ["Firma/Company", "company"],
    ["Name | Email", "field"],
    ["Contact Email 1", "email"],
    ["Email contact", "email"],
    ["eMail", "email"],
    ["E mail", "email"],
    ["e_mail_address", "email"],
    ["Business Email Address", "email"],
    ["Additional email addresses", "email"],
    ["Home Address", "field"],
    ["Business Address", "field"],
    ["Private", "field"],
    ["Last contacted", "field"],
    ["First seen", "field"],
    ["", "field"],
    ["---", "field"],
    ["__proto__", "field"],
    ["constructor", "field"],
  ])("“%s” is %s", (header, target) => expect(targetsOf([header])).toEqual([target]));
});

test("a large file with many unknown columns does not take long", () => {
  const headers = Array.from({ length: 80 }, (_, at) => `Custom ${at}`).concat("Email");
  const rows = Array.from({ length: 5000 }, (_, at) =>
    headers.map((_, column) => (column === 80 ? `p${at}@firm${at}.example` : `Some words ${at}`)),
  );
  const start = performance.now();
  expect(suggestColumns(headers, rows).mapping[80]?.target).toBe("email");
  expect(performance.now() - start).toBeLessThan(5000);
});

describe("false friends", () => {
  test.each(falseFriends)("“%s” is none of a contact's own fields", (header) => expect(targetsOf([header])).toEqual(["field"]));

  test("an owner's address is never the person's, whatever else is there", () => {
    const rows = Array.from({ length: 6 }, (_, at) => [`rep${at}@us.example`, `x${at}@us.example`, `Lea ${at}`]);
    expect(targetsOf(["Contact owner", "Created by", "Remark"], rows)).toEqual(["field", "field", "field"]);
  });

  test("“Name” is no name where it holds numbers of orders", () => {
    const rows = [
      ["#1001", "lea@hale.example", "Lea Hale"],
      ["#1002", "sam@orr.example", "Sam Orr"],
    ];
    expect(targetsOf(["Name", "Email", "Billing Name"], rows)).toEqual(["field", "email", "name"]);
  });
});

describe("which column holds the address", () => {
  const addresses = Array.from({ length: 80 }, (_, at) => `p${at}@firm${at}.example`);

  test("one that is named like it but empty loses against one that holds them", () => {
    const rows = addresses.map((address, at) => ["", address, `Note ${at}`]);
    expect(targetsOf(["Email", "Kontakt", "Notes"], rows)).toEqual(["field", "email", "field"]);
  });

  test("also when the addresses begin only after row 50", () => {
    const rows = addresses.map((address, at) => ["", at > 50 ? address : "", "x"]);
    expect(targetsOf(["Email", "E-Mail-Adresse", "Notes"], rows)).toEqual(["field", "email", "field"]);
  });

  test.each([
    [["E-mail 2 Address", "E-mail Address"], 1],
    [["Personal Email", "Work Email"], 1],
    [["Secondary Email", "Primary Email"], 1],
    [["E-Mail (privat)", "E-Mail (geschäftlich)"], 1],
    [["Email 1", "Email 2"], 0],
    [["Email Home", "Email Work"], 1],
    [["Courriel perso", "Courriel pro"], 1],
  ])("of %j, equally full, it is column %i", (headers, main) => {
    const rows = addresses.map((address) => [`a.${address}`, `b.${address}`]);
    const { mapping, otherAddresses } = suggestColumns(headers, rows);
    expect(mapping[main]?.target).toBe("email");
    expect(otherAddresses).toEqual([1 - main]);
  });

  test("a further address goes first where it is clearly fuller", () => {
    const rows = addresses.map((address, at) => [at % 4 === 0 ? address : "", `home.${address}`]);
    const { mapping, otherAddresses } = suggestColumns(["Work Email", "Personal Email"], rows);
    expect(mapping.map(({ target }) => kindOf(target))).toEqual(["field", "email"]);
    expect(otherAddresses).toEqual([0]);
  });

  test("a column that is named like it but holds other things is no further address", () => {
    const rows = addresses.map((address) => [address, "yes"]);
    expect(suggestColumns(["Email", "Mail"], rows)).toMatchObject({ otherAddresses: [] });
  });
});

test("every column has one target, and none of a contact's own fields twice", () => {
  const all = headerLines.flatMap(({ line }) => partsOf(line).headers);
  for (let from = 0; from < all.length; from += 7) {
    const headers = all.slice(from, from + 40);
    const rows = [headers.map((_, at) => `p${at}@firm.example`), headers.map((_, at) => `Word ${at}`), []];
    for (const sample of [[], rows]) {
      const { mapping, otherAddresses } = suggestColumns(headers, sample);
      const targets = mapping.map(({ target }) => target);
      expect(mapping.map(({ header }) => header)).toEqual(headers);
      expect(new Set(targets).size).toBe(targets.length);
      expect(targets).not.toContain("skip");
      expect(otherAddresses.every((at) => targets[at]?.startsWith("field:"))).toBe(true);
    }
  }
});

test("the number of columns is that of the headers, or of the widest row where there are none", () => {
  expect(suggestColumns(["Email"], [["a@b.example", "more"]]).mapping).toEqual([{ header: "Email", target: "email" }]);
  expect(suggestColumns(null, [["x"], ["y", "2"]]).mapping).toEqual([
    { header: "Column 1", target: "field:column_1" },
    { header: "Column 2", target: "field:column_2" },
  ]);
  expect(suggestColumns([], [])).toEqual({ mapping: [], otherAddresses: [] });
});
