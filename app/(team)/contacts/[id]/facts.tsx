import { IconBuilding, IconChevronDown, IconClock, IconMapPin, IconPhone, IconWorld } from "@tabler/icons-react";
import Link from "next/link";
import { sayCount } from "@/app/ui/words/count-words";
import type { ContactView } from "@/lib/contacts/open-contact";
import { showAddress } from "@/lib/mail/sound-address";
import { listZones } from "@/lib/schedule/list-zones";
import { nameCity } from "@/lib/schedule/words/name-city";
import { type ReadsIn, readsIn } from "@/lib/schedule/zones/zone-of-person";
import { initialsOf } from "../initials";
import classes from "./contact.module.css";
import { EditContact } from "./edit-contact";
import { OtherAddresses } from "./other-addresses";

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** A cell of a file may hold a megabyte. */
const longest = 2000;

/** What is known of the person: who, where, every field, and the lists. */
export function Facts({ view, timezone, mayEdit }: { view: ContactView; timezone: string; mayEdit: boolean }) {
  const { contact } = view;
  const fields = Object.entries(contact.fields);
  const name = contact.name ?? showAddress(contact.email);
  const reads = readsIn(contact);
  const byFile = readsIn({ ...contact, timeZone: null });
  return (
    <aside className={classes.facts} aria-label="What is known">
      <section>
        <div className={classes.who}>
          <span className={classes.face} aria-hidden>
            {initialsOf(name)}
          </span>
          <div>
            <strong dir="auto">{name}</strong>
            {contact.name && <span>{showAddress(contact.email)}</span>}
          </div>
        </div>
        <ul className={classes.glance}>
          {contact.company && (
            <li>
              <IconBuilding {...icon} /> <span dir="auto">{contact.company}</span>
            </li>
          )}
          {glance(contact.fields).map(({ kind, value }) => (
            <li key={kind}>
              {kind === "place" ? <IconMapPin {...icon} /> : kind === "phone" ? <IconPhone {...icon} /> : <IconWorld {...icon} />}
              <span>{value}</span>
            </li>
          ))}
          <li>
            <IconClock {...icon} /> <span>{sayReadsIn(reads)}</span>
          </li>
        </ul>
        {fields.length > 0 && (
          <details className={classes.all}>
            <summary className={classes.more}>
              Show all {sayCount(fields.length, "field", "fields")} <IconChevronDown {...icon} />
            </summary>
            <dl>
              {fields.map(([field, value]) => (
                <div key={field}>
                  <dt>{field.replaceAll("_", " ")}</dt>
                  <dd>{value.length > longest ? `${value.slice(0, longest)}…` : value}</dd>
                </div>
              ))}
            </dl>
          </details>
        )}
        {mayEdit && (
          <EditContact
            zones={listZones()}
            byFile={byFile && nameCity(byFile.zone)}
            contact={{
              id: contact.id,
              firstName: contact.firstName ?? "",
              lastName: contact.lastName ?? "",
              company: contact.company ?? "",
              timeZone: contact.timeZone ?? "",
              fields: fields.flatMap(([field, value]) => (value.length > longest ? [] : [{ name: field, value }])),
            }}
          />
        )}
      </section>
      {view.otherAddresses.length > 0 && <OtherAddresses addresses={view.otherAddresses} timezone={timezone} mayEdit={mayEdit} />}
      <section>
        <h2>In</h2>
        {view.lists.length === 0 ? (
          <p className={classes.hint}>no list</p>
        ) : (
          <p className={classes.chips}>
            {view.lists.map((list) => (
              <Link key={list.id} href={`/contacts/lists/${list.id}`}>
                {list.name}
              </Link>
            ))}
          </p>
        )}
      </section>
    </aside>
  );
}

/** In whose town's time a mail to them is planned. */
function sayReadsIn(reads: ReadsIn | null): string {
  if (!reads) return "Time zone not known";
  const by = { person: "", zone: ", by the file", country: ", by the file’s country" }[reads.by];
  return `Reads in ${nameCity(reads.zone)}${by}`;
}

/** Where the person is and how to reach them, by the names such columns usually have. */
function glance(fields: Record<string, string>): { kind: "place" | "phone" | "web"; value: string }[] {
  const of = (pattern: RegExp) => Object.entries(fields).find(([name]) => pattern.test(name))?.[1];
  const street = of(/^(address|street|strasse|adresse)$/);
  const town = [of(/^(city|town|ort|stadt)$/), of(/^(state|region)$/)].filter(Boolean).join(" ");
  const found = [
    { kind: "place" as const, value: [street, town].filter(Boolean).join(", ") },
    { kind: "phone" as const, value: of(/^(phone|tel|telefon|mobile)(_?\d|_number)?$/) ?? "" },
    { kind: "web" as const, value: (of(/^(web|website|url|homepage)$/) ?? "").replace(/^https?:\/\/(www\.)?/, "") },
  ];
  return found.filter((one) => one.value !== "");
}
