import type { NastyFile } from "../../nasty-file";
import { crlf, encodedIn } from "../make-bytes";
import { named } from "./named-rows";

const outlook = [
  ...["Title", "First Name", "Middle Name", "Last Name", "Suffix", "Company", "Department", "Job Title", "Business Street"],
  ...[
    "Business City",
    "Business Postal Code",
    "Business Country/Region",
    "Business Phone",
    "Mobile Phone",
    "Anniversary",
    "Birthday",
  ],
  ...["E-mail Address", "E-mail Type", "E-mail Display Name", "E-mail 2 Address", "E-mail 2 Type", "Notes", "Web Page"],
];
const outlookGerman = [
  ...["Anrede", "Vorname", "Weitere Vornamen", "Nachname", "Suffix", "Firma", "Abteilung", "Position", "Straße geschäftlich"],
  ...["Ort geschäftlich", "Postleitzahl geschäftlich", "Telefon geschäftlich", "Mobiltelefon", "E-Mail-Adresse", "E-Mail-Typ"],
  ...["E-Mail: Angezeigter Name", "E-Mail 2: Adresse", "Geburtstag", "Notizen", "Webseite"],
];
const outlookFrench = [
  ...[
    "Titre",
    "Prénom",
    "Deuxième prénom",
    "Nom",
    "Suffixe",
    "Société",
    "Service",
    "Profession",
    "Rue (bureau)",
    "Ville (bureau)",
  ],
  ...[
    "Téléphone (bureau)",
    "Tél. mobile",
    "Adresse de messagerie",
    "Type de messagerie",
    "Nom complet de l'adresse de messagerie",
  ],
  ...["Anniversaire", "Notes", "Page Web"],
];
const outlookPolish = [
  ...["Tytuł", "Imię", "Drugie imię", "Nazwisko", "Firma", "Oddział", "Stanowisko", "Ulica (biuro)", "Miasto (biuro)"],
  ...["Telefon służbowy", "Telefon komórkowy", "Adres e-mail", "Typ e-mail", "Nazwa wyświetlana e-mail", "Urodziny", "Notatki"],
];
const outlookSpanish = [
  ...["Tratamiento", "Nombre", "Segundo nombre", "Apellidos", "Organización", "Departamento", "Puesto", "Calle del trabajo"],
  ...[
    "Ciudad de trabajo",
    "Teléfono del trabajo",
    "Teléfono móvil",
    "Dirección de correo electrónico",
    "Tipo de correo electrónico",
  ],
  ...["Nombre de pantalla de correo electrónico", "Cumpleaños", "Notas"],
];

export const outlooks: NastyFile[] = [
  outlookFile("Outlook in English, all quoted", "https://github.com/fusionpbx/fusionpbx/issues/1027", "utf-8", ",", outlook, [
    "Ada",
    "Lock",
    "Lock & Co",
  ]),
  outlookFile(
    "Outlook in German, Windows-1252",
    "https://github.com/owncloud-archive/contacts/pull/901",
    "windows-1252",
    ",",
    outlookGerman,
    ["Jörg", "Süß", "Süß GmbH"],
  ),
  outlookFile(
    "Outlook in French, Windows-1252, semicolons",
    "https://github.com/roundcube/roundcubemail/issues/7041",
    "windows-1252",
    ";",
    outlookFrench,
    ["Zoë", "L'Hôte", "L'Hôte et fils"],
  ),
  outlookFile(
    "Outlook in Polish, Windows-1250",
    "https://github.com/roundcube/roundcubemail/blob/master/program/localization/pl_PL/csv2vcard.inc",
    "windows-1250",
    ",",
    outlookPolish,
    ["Łucja", "Żak", "Gąska"],
  ),
  outlookFile("Outlook in Spanish, UTF-8 with a mark", "own", "utf-8-mark", ";", outlookSpanish, ["Íñigo", "Peña", "Peña S.L."]),
];

/** Two people and one without an address, in the columns of an Outlook: all cells quoted but the empty ones. */
function outlookFile(
  name: string,
  source: string,
  encoding: string,
  divider: string,
  header: string[],
  who: [string, string, string],
): NastyFile {
  const [first, last, firm] = who;
  const at = (pattern: RegExp) => header.find((title) => pattern.test(title)) ?? "";
  const firstName = at(/^(First Name|Vorname|Prénom|Imię|Nombre)$/);
  const lastName = at(/^(Last Name|Nachname|Nom|Nazwisko|Apellidos)$/);
  const company = at(/^(Company|Firma|Société|Organización)$/);
  const address = at(/^(E-mail Address|E-Mail-Adresse|Adresse de messagerie|Adres e-mail|Dirección de correo electrónico)$/);
  const note = at(/^Not/);
  const rows = named(
    divider,
    header,
    { [firstName]: first, [lastName]: last, [company]: firm, [address]: "first@outlook-a.example", [note]: "called\r\ntwice" },
    { [firstName]: "Bea", [lastName]: "Moss", [address]: "second@outlook-a.example" },
    { [lastName]: "Fern", [company]: "Fern; Moss, Sons" },
  );
  const bytes =
    encoding === "utf-8"
      ? crlf(...rows)
      : encoding === "utf-8-mark"
        ? crlf(`\uFEFF${rows[0]}`, ...rows.slice(1))
        : encodedIn(encoding, ...rows);
  return {
    name,
    source,
    bytes,
    people: [
      { email: "first@outlook-a.example", [firstName]: first, [lastName]: last, [company]: firm },
      { email: "second@outlook-a.example", [firstName]: "Bea" },
    ],
    others: 1,
    header,
  };
}
