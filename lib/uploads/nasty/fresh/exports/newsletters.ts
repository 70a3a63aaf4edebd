import type { NastyFile } from "../../nasty-file";
import { crlf, exactly, lines } from "../make-bytes";
import { named } from "./named-rows";

const mailchimp = [
  ...[
    "Email Address",
    "First Name",
    "Last Name",
    "Address",
    "Phone Number",
    "Birthday",
    "MEMBER_RATING",
    "OPTIN_TIME",
    "OPTIN_IP",
  ],
  ...[
    "CONFIRM_TIME",
    "CONFIRM_IP",
    "LATITUDE",
    "LONGITUDE",
    "GMTOFF",
    "DSTOFF",
    "TIMEZONE",
    "CC",
    "REGION",
    "LAST_CHANGED",
    "LEID",
    "EUID",
  ],
];
const unsubscribed = ["UNSUB_TIME", "UNSUB_CAMPAIGN_TITLE", "UNSUB_CAMPAIGN_ID", "UNSUB_REASON", "UNSUB_REASON_OTHER"];
const active = [
  "ID",
  "Email",
  "First Name",
  "Last Name",
  "Phone",
  "Organization",
  "Tags",
  "Date Created",
  "IP Address",
  "*Contact Owner",
];

export const newsletters: NastyFile[] = [
  {
    name: "Mailchimp members, with notes and tags in doubled quotes",
    source: "http://ginkgo.st/~ca/roadmap/mailchimp-and-civicrm-overview/notes-on-mailchimp-data-exports",
    bytes: lines(
      ...named(
        ",",
        [...mailchimp, "NOTES", "TAGS"],
        {
          "Email Address": "ada@lovelock.example",
          "First Name": "Ada",
          Address: "1 High St  Bath  BA1  GB",
          MEMBER_RATING: "4",
          OPTIN_TIME: "2026-01-02 03:04:05",
          TIMEZONE: "Europe/London",
          NOTES: 'said: "write, do not call"',
          TAGS: '"choir","spring fair"',
        },
        { "Email Address": "BEA@LOVELOCK.EXAMPLE", MEMBER_RATING: "2", OPTIN_TIME: "2026-01-03 03:04:05" },
      ),
    ),
    people: [
      { email: "ada@lovelock.example", "First Name": "Ada", TAGS: '"choir","spring fair"' },
      { email: "BEA@LOVELOCK.EXAMPLE", MEMBER_RATING: "2" },
    ],
    others: 0,
    header: [...mailchimp, "NOTES", "TAGS"],
  },
  {
    name: "Mailchimp unsubscribed, with reasons",
    source: "http://kb.mailchimp.com/lists/managing-subscribers/view-unsubscribed-and-cleaned-addresses",
    bytes: lines(
      ...named(
        ",",
        [...mailchimp, ...unsubscribed],
        {
          "Email Address": "cyd@lovelock.example",
          UNSUB_TIME: "2026-02-01 00:00:00",
          UNSUB_REASON: "OTHER",
          UNSUB_REASON_OTHER: "too much, too\noften",
        },
        {
          "Email Address": "dot@lovelock.example",
          UNSUB_TIME: "2026-02-02 00:00:00",
          UNSUB_REASON: "N/A (UNSUBSCRIBED BY ADMIN)",
        },
      ),
    ),
    people: [{ email: "cyd@lovelock.example" }, { email: "dot@lovelock.example", UNSUB_REASON: "N/A (UNSUBSCRIBED BY ADMIN)" }],
    others: 0,
    header: [...mailchimp, ...unsubscribed],
  },
  {
    name: "Mailchimp cleaned, some hardly addresses",
    source: "http://kb.mailchimp.com/lists/managing-subscribers/view-unsubscribed-and-cleaned-addresses",
    bytes: lines(
      ...named(
        ",",
        [...mailchimp, "CLEAN_TIME", "CLEAN_CAMPAIGN_TITLE"],
        { "Email Address": "eve@lovelock.example", CLEAN_TIME: "2026-03-01 00:00:00", CLEAN_CAMPAIGN_TITLE: "Spring, first" },
        { "Email Address": "fay@lovelock", CLEAN_TIME: "2026-03-01 00:00:00" },
        { "Email Address": "gus@@lovelock.example", CLEAN_TIME: "2026-03-01 00:00:00" },
      ),
    ),
    people: [{ email: "eve@lovelock.example", CLEAN_CAMPAIGN_TITLE: "Spring, first" }],
    others: 2,
    header: [...mailchimp, "CLEAN_TIME", "CLEAN_CAMPAIGN_TITLE"],
  },
  {
    name: "Brevo contacts, semicolons, all names in capitals",
    source: "https://help.brevo.com/hc/en-us/articles/208729849-Create-a-file-to-import-your-contacts",
    bytes: crlf(
      "CONTACT ID;EMAIL;LASTNAME;FIRSTNAME;SMS;WHATSAPP;ADDED_TIME;MODIFIED_TIME",
      '1;ada@lovelock.example;Lock;Ada;447700900000;;"01-02-2026, 10:00:00";"02-02-2026, 10:00:00"',
      '2;;Moss;Cyd;447700900001;;"01-02-2026, 10:00:00";',
      "3;bea@lovelock.example;;;;;;",
    ),
    people: [
      { email: "ada@lovelock.example", LASTNAME: "Lock", ADDED_TIME: "01-02-2026, 10:00:00" },
      { email: "bea@lovelock.example", LASTNAME: "" },
    ],
    others: 1,
    header: ["CONTACT ID", "EMAIL", "LASTNAME", "FIRSTNAME", "SMS", "WHATSAPP", "ADDED_TIME", "MODIFIED_TIME"],
  },
  {
    name: "Sendinblue list, the old way: lower case and no quotes",
    source: "https://help.sendinblue.com/hc/en-us/articles/209499265-Build-contacts-lists-for-your-email-marketing-campaigns",
    bytes: crlf("email;name;surname;blacklisted", "ada@lovelock.example;Ada;Lock;0", "bea@lovelock.example;Bea;Lock;1"),
    people: [
      { email: "ada@lovelock.example", name: "Ada" },
      { email: "bea@lovelock.example", blacklisted: "1" },
    ],
    others: 0,
    header: ["email", "name", "surname", "blacklisted"],
  },
  {
    name: "Mailjet list, all quoted, true and false in words",
    source: "own",
    bytes: lines(
      '"email","firstname","country","is_unsub"',
      '"ada@lovelock.example","Ada","GB","false"',
      '"bea@lovelock.example","","FR","true"',
    ),
    people: [
      { email: "ada@lovelock.example", firstname: "Ada", country: "GB" },
      { email: "bea@lovelock.example", country: "FR" },
    ],
    others: 0,
    header: ["email", "firstname", "country", "is_unsub"],
  },
  {
    name: "ActiveCampaign contacts with a star before a name of a column",
    source: "own",
    bytes: lines(
      ...named(
        ",",
        active,
        {
          ID: "1",
          Email: "ada@lovelock.example",
          "First Name": "Ada",
          Tags: "choir, fair, vip",
          "Date Created": "2026-01-02 03:04:05",
        },
        { ID: "2", Email: "bea@lovelock.example", Organization: 'Lock "& Co", Bath', "*Contact Owner": "cyd@owner.example" },
      ),
    ),
    people: [
      { email: "ada@lovelock.example", Tags: "choir, fair, vip" },
      { email: "bea@lovelock.example", Organization: 'Lock "& Co", Bath' },
    ],
    others: 0,
    header: active,
  },
  {
    name: "listmonk subscribers with attributes as JSON",
    source: "https://github.com/knadh/listmonk/issues/46",
    bytes: lines(
      "uuid,email,name,attributes,status,created_at",
      'a-1,ada@lovelock.example,Ada,"{""city"":""Bath"",""likes"":[""x"",""y""]}",enabled,2026-01-02T03:04:05Z',
      "a-2,bea@lovelock.example,bea@lovelock.example,{},blocklisted,2026-01-02T03:04:05Z",
    ),
    people: [
      { email: "ada@lovelock.example", name: "Ada", attributes: '{"city":"Bath","likes":["x","y"]}' },
      { email: "bea@lovelock.example", name: "bea@lovelock.example", status: "blocklisted" },
    ],
    others: 0,
    header: ["uuid", "email", "name", "attributes", "status", "created_at"],
  },
  {
    name: "MailUp unsubscribed, the column of addresses without a name of its own",
    source: "https://help.mailup.com/pages/viewpage.action?pageId=37978139",
    bytes: crlf(
      ";Phone Number;idList;OptOut_Date;optout_type",
      "ada@lovelock.example;;1;20260122T111244;0",
      "bea@lovelock.example;+39 1;1;20260123T111244;2",
    ),
    people: [
      { email: "ada@lovelock.example", idList: "1" },
      { email: "bea@lovelock.example", "Phone Number": "+39 1" },
    ],
    others: 0,
  },
  {
    name: "Ghost members, empty labels, dates with milliseconds",
    source: "https://github.com/TryGhost/Ghost/issues/9987",
    bytes: exactly(
      'id,email,name,note,subscribed_to_emails,complimentary_plan,created_at,labels\r\n6a1,ada@lovelock.example,Ada,,true,false,2026-01-02T03:04:05.000Z,\r\n6a2,bea@lovelock.example,,,false,false,2026-01-02T03:04:05.000Z,"vip,fair"',
    ),
    people: [
      { email: "ada@lovelock.example", name: "Ada" },
      { email: "bea@lovelock.example", labels: "vip,fair" },
    ],
    others: 0,
  },
];
