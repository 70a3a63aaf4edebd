import { parseArgs } from "node:util";
import { flagOf } from "./run-list";
import type { Client } from "./session/sign-in";
import type { Addresses, Need } from "./words";

export type Settings = {
  addresses: Addresses;
  administrator: boolean;
  minutes: number;
  only: number[];
  out: string;
  client: Client;
};

const named: Record<Exclude<Need, "administrator">, string> = {
  A: "a licensed user: campaigns would leave from here",
  B: "a second licensed user of the same organisation",
  U: "a user without an Exchange licence",
  guest: "a guest of the organisation",
  personal: "a personal Microsoft account",
  outside: "a box elsewhere, Gmail or Outlook.com, that you can open",
  nowhereOutside: "an address at another provider where nobody lives",
  nowhereInside: "an address of the organisation where nobody lives",
};
const standInPeople: Addresses = {
  A: "anna@contoso.com",
  B: "ben@contoso.com",
  U: "dora@contoso.com",
  guest: "gil@partner.example",
  personal: "pat@outlook.example",
  outside: "zoe@outside.example",
  nowhereOutside: "nobody@outside.example",
  nowhereInside: "nobody@contoso.com",
};

const needs = Object.keys(named) as (keyof typeof named)[];

export const help = `npm run tenant-check -- [options]

Tries on a real tenant what Countersign believes of Microsoft 365, and writes what came to a folder.
docs/runbooks/first-real-tenant.md says what to prepare and what to look at.

  --out folder          where report.md and report.json are kept; run again with the same folder to go on
  --only 5,6            only these steps, also those that already have a result
${needs.map((need) => `  ${`--${flagOf(need)} address`.padEnd(27)} ${named[need]}`).join("\n")}
  --administrator       an administrator is at hand for steps 22 to 24
  --minutes 120         how long you are ready to wait for one expectation (15)
  --help                this

What is not named is skipped, with a sentence. Mail goes to the addresses named here and to nobody else.
The environment names the app: MICROSOFT_CLIENT_ID, MICROSOFT_CLIENT_SECRET and MICROSOFT_TENANT (its id or domain);
TENANT_CHECK_PORT is the port of the redirect address http://localhost:4106/tenant-check (4106).
With MICROSOFT_STANDIN_URL (and its ADMIN_KEY) everything is tried on a stand-in of this machine, without a person.
`;

/** @throws Error whose message has one sentence a line for each thing that is missing or wrong. */
export function readSettings(argv: string[], env: Record<string, string | undefined>): Settings | "help" {
  const { values } = parseArgs({
    args: argv,
    options: {
      help: { type: "boolean" },
      administrator: { type: "boolean" },
      out: { type: "string" },
      only: { type: "string" },
      minutes: { type: "string" },
      ...Object.fromEntries(needs.map((need) => [flagOf(need), { type: "string" } as const])),
    },
  });
  if (values.help) return "help";
  const onStandIn = Boolean(env.MICROSOFT_STANDIN_URL);
  const given = values as Record<string, string | boolean | undefined>;
  const addresses: Addresses = onStandIn ? { ...standInPeople } : {};
  for (const need of needs) if (given[flagOf(need)]) addresses[need] = String(given[flagOf(need)]);
  const only = (values.only ?? "").split(",").filter(Boolean).map(Number);
  const minutes = Number(values.minutes ?? (onStandIn ? 1000 : 15));
  const odd = Object.values(addresses).filter((address) => !/^[^\s@<>]+@[^\s@<>]+$/.test(address));
  const wrong = [
    ...(values.out ? [] : ["Name a folder for the report: --out folder."]),
    ...(addresses.A ? [] : ["Name the mailbox that everything is tried with: --a address."]),
    ...odd.map((address) => `${address} is no address.`),
    ...(only.every(Number.isInteger) ? [] : ["--only takes numbers of steps, such as 5,6."]),
    ...(minutes > 0 ? [] : ["--minutes takes a number."]),
    ...["MICROSOFT_CLIENT_ID", "MICROSOFT_CLIENT_SECRET", ...(onStandIn ? [] : ["MICROSOFT_TENANT"])]
      .filter((name) => !env[name])
      .map((name) => `${name} is not set.`),
  ];
  if (wrong.length > 0) throw new Error(wrong.join("\n"));
  return {
    addresses,
    administrator: values.administrator === true || onStandIn,
    minutes,
    only,
    out: values.out ?? "",
    client: {
      id: env.MICROSOFT_CLIENT_ID ?? "",
      secret: env.MICROSOFT_CLIENT_SECRET ?? "",
      tenant: env.MICROSOFT_TENANT ?? "common",
      redirectUri: `http://localhost:${env.TENANT_CHECK_PORT ?? 4106}/tenant-check`,
    },
  };
}
