export type InventedPerson = { firstName: string; lastName: string; email: string; company: string; city: string; role: string };

const firstNames = [
  "Mara",
  "Jonas",
  "Elif",
  "Theo",
  "Ines",
  "Pavel",
  "Noor",
  "Silas",
  "Greta",
  "Milan",
  "Aiko",
  "Ruben",
  "Lotte",
  "Omar",
  "Vera",
  "Felix",
  "Hana",
  "Emil",
  "Zoe",
  "Karl",
  "Ada",
  "Bruno",
  "Clara",
  "Dario",
  "Edda",
];
const lastNames = [
  "Winter",
  "Okafor",
  "Lindgren",
  "Castillo",
  "Brandt",
  "Novak",
  "Haddad",
  "Moreau",
  "Sato",
  "Byrne",
  "Falk",
  "Petrov",
  "Vance",
  "Ibarra",
  "Quist",
  "Rowe",
  "Tanaka",
  "Ullman",
  "Weiss",
  "Yilmaz",
  "Abbott",
  "Costa",
  "Dahl",
  "Egan",
];
const trades = [
  "Printing",
  "Logistics",
  "Cold Storage",
  "Joinery",
  "Foods",
  "Instruments",
  "Packaging",
  "Textiles",
  "Machine Works",
  "Ceramics",
  "Lighting",
  "Seeds",
];
const places = [
  "Portland",
  "Albany",
  "Duluth",
  "Savannah",
  "Boise",
  "Tucson",
  "Madison",
  "Dayton",
  "Reno",
  "Mobile",
  "Salem",
  "Fargo",
  "Laredo",
];
const roles = ["Operations", "Accounts", "Purchasing", "Warehouse", "Office"];

/** `count` people who do not exist, always the same ones; every address is under a reserved name. */
export function inventPeople(count: number, from = 0): InventedPerson[] {
  return Array.from({ length: count }, (_, index) => {
    const n = index + from;
    const firstName = pick(firstNames, n);
    const lastName = pick(lastNames, Math.floor(n / firstNames.length) * 7 + n * 5);
    const city = pick(places, n * 3 + Math.floor(n / 13));
    const company = `${pick(lastNames, n * 11 + 3)} ${pick(trades, n * 7 + Math.floor(n / 12))}`;
    const domain = `${company.toLowerCase().replace(/[^a-z]+/g, "-")}.example`;
    return {
      firstName,
      lastName,
      email: `${firstName}.${lastName}${n}@${domain}`.toLowerCase(),
      company,
      city,
      role: pick(roles, n),
    };
  });
}

/** The same people as a CSV in another system's column names. */
export function inventCsv(people: InventedPerson[]): string {
  const rows = people.map((person) =>
    [person.firstName, person.lastName, person.company, person.city, person.role, person.email].map(cell).join(","),
  );
  return `${["First", "Surname", "Organisation", "Town", "Dept", "E-mail Address"].join(",")}\r\n${rows.join("\r\n")}\r\n`;
}

function cell(text: string) {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function pick<T>(from: readonly T[], n: number): T {
  const value = from[n % from.length];
  if (value === undefined) throw new Error("Nothing to pick from.");
  return value;
}
