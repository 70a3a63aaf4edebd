import type { NastyFile } from "../../nasty-file";
import { crlf, encodedIn, exactly, lines } from "../make-bytes";
import { named } from "./named-rows";

const googleOld = [
  ...["Name", "Given Name", "Additional Name", "Family Name", "Yomi Name", "Given Name Yomi", "Family Name Yomi", "Name Prefix"],
  ...[
    "Nickname",
    "Birthday",
    "Notes",
    "Group Membership",
    "E-mail 1 - Type",
    "E-mail 1 - Value",
    "E-mail 2 - Type",
    "E-mail 2 - Value",
  ],
  ...["Phone 1 - Type", "Phone 1 - Value", "Organization 1 - Type", "Organization 1 - Name", "Organization 1 - Title"],
];
const googleNew = [
  ...[
    "First Name",
    "Middle Name",
    "Last Name",
    "Phonetic First Name",
    "Phonetic Last Name",
    "Name Prefix",
    "Nickname",
    "File As",
  ],
  ...["Organization Name", "Organization Title", "Organization Department", "Birthday", "Notes", "Photo", "Labels"],
  ...["E-mail 1 - Label", "E-mail 1 - Value", "E-mail 2 - Label", "E-mail 2 - Value", "Phone 1 - Label", "Phone 1 - Value"],
];
const thunderbird = [
  ...["First Name", "Last Name", "Display Name", "Nickname", "Primary Email", "Secondary Email", "Screen Name", "Work Phone"],
  ...[
    "Home Phone",
    "Mobile Number",
    "Home Address",
    "Home City",
    "Work City",
    "Job Title",
    "Organization",
    "Web Page 1",
    "Birth Year",
    "Notes",
  ],
];

export const addressBooks: NastyFile[] = [
  {
    name: "Google Contacts, old columns, with groups and one without an address",
    source: "https://github.com/owncloud-archive/contacts/issues/785",
    bytes: lines(
      ...named(
        ",",
        googleOld,
        {
          Name: "Иван Петров",
          "Given Name": "Иван",
          "Family Name": "Петров",
          "Group Membership": "Коллеги",
          "Phone 1 - Type": "Mobile",
          "Phone 1 - Value": "+7 000 000",
        },
        {
          Name: "Greta Dahl",
          "Given Name": "Greta",
          "Family Name": "Dahl",
          "Group Membership": "* My Contacts ::: Choir ::: Bergen",
          "E-mail 1 - Type": "Home",
          "E-mail 1 - Value": "greta@fjell.example",
          "E-mail 2 - Type": "* Work",
          "E-mail 2 - Value": "greta@work.example",
        },
      ),
    ),
    people: [{ email: "greta@fjell.example", "Given Name": "Greta", "E-mail 2 - Value": "greta@work.example" }],
    others: 1,
    header: googleOld,
  },
  {
    name: "Google Contacts, several addresses in one cell by :::",
    source: "https://github.com/owncloud-archive/contacts/issues/574",
    bytes: exactly(
      [
        "Name,Given Name,Family Name,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value",
        "Ada Lock,Ada,Lock,* ,ada@lovelock.example ::: ada@old.example,Mobile,+44 1 ::: +44 2",
        "Bea Lock,Bea,Lock,* Work,bea@lovelock.example,,",
        "Cyd Lock,Cyd,Lock,* Other,cyd@lovelock.example ::: cyd@two.example ::: cyd@three.example,,",
      ].join("\r\n"),
    ),
    people: [
      { email: "ada@lovelock.example", Name: "Ada Lock" },
      { email: "bea@lovelock.example", Name: "Bea Lock" },
      { email: "cyd@lovelock.example", Name: "Cyd Lock" },
    ],
    others: 0,
  },
  {
    name: "Google Contacts, new columns, a note over two lines",
    source: "own",
    bytes: lines(
      ...named(
        ",",
        googleNew,
        {
          "First Name": "Ada",
          "Last Name": "Lock",
          "Organization Name": "Lock, Moss & Co",
          Notes: "met in May\nsings alto",
          Labels: "* myContacts ::: choir",
          "E-mail 1 - Label": "* Work",
          "E-mail 1 - Value": "ada@lovelock.example",
        },
        { "First Name": "Bea", "E-mail 1 - Label": "", "E-mail 1 - Value": "bea@lovelock.example", Labels: "* myContacts" },
        { "Organization Name": "Plumber", "Phone 1 - Label": "Main", "Phone 1 - Value": "555 0100", Labels: "* myContacts" },
      ),
    ),
    people: [
      { email: "ada@lovelock.example", "First Name": "Ada", "Organization Name": "Lock, Moss & Co" },
      { email: "bea@lovelock.example", "First Name": "Bea" },
    ],
    others: 1,
    header: googleNew,
  },
  {
    name: "Thunderbird's address book, with a divider behind the last name",
    source: "https://github.com/owncloud-archive/contacts/issues/1108",
    bytes: crlf(
      `${thunderbird.join(",")},`,
      ...named(
        ",",
        thunderbird,
        { "First Name": "Ada", "Last Name": "Lock", "Display Name": "Ada Lock", "Primary Email": "ada@lovelock.example" },
        { "Display Name": "Choir", Notes: "no address" },
        { "Display Name": "Lock, Bea", "Primary Email": "bea@lovelock.example", "Secondary Email": "bea@home.example" },
      )
        .slice(1)
        .map((row) => `${row},`),
    ),
    people: [
      { email: "ada@lovelock.example", "First Name": "Ada" },
      { email: "bea@lovelock.example", "Display Name": "Lock, Bea" },
    ],
    others: 1,
  },
  {
    name: "Xing contacts, semicolons, Windows-1252",
    source: "own",
    bytes: encodedIn(
      "windows-1252",
      '"Vorname";"Nachname";"Position";"Firma";"E-Mail (geschäftlich)";"E-Mail (privat)";"Ort"',
      '"Käthe";"Groß";"Geschäftsführerin";"Groß & Klein";"kaethe@gross.example";"";"Köln"',
      '"Uwe";"Öhler";"";"";"";"";"Jülich"',
      '"Ida";"Löw";"Prüferin";"Löw AG";"ida@loew.example";"ida@privat.example";"Düren"',
    ),
    people: [
      { email: "kaethe@gross.example", Vorname: "Käthe", Position: "Geschäftsführerin" },
      { email: "ida@loew.example", Vorname: "Ida", Firma: "Löw AG" },
    ],
    others: 1,
    header: ["Vorname", "Nachname", "Position", "Firma", "E-Mail (geschäftlich)", "E-Mail (privat)", "Ort"],
  },
];
