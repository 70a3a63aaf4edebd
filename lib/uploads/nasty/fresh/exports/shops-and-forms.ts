import type { NastyFile } from "../../nasty-file";
import { crlf, lines } from "../make-bytes";
import { named } from "./named-rows";

const shopify = [
  ...[
    "Customer ID",
    "First Name",
    "Last Name",
    "Email",
    "Accepts Email Marketing",
    "Default Address Company",
    "Default Address Address1",
  ],
  ...[
    "Default Address City",
    "Default Address Zip",
    "Phone",
    "Accepts SMS Marketing",
    "Total Spent",
    "Total Orders",
    "Note",
    "Tax Exempt",
    "Tags",
  ],
];
const eventbrite = [
  ...[
    "Order no.",
    "Order Date",
    "Prefix",
    "First Name",
    "Surname",
    "Email",
    "Quantity",
    "Ticket Type",
    "Venue No.",
    "Buyer Surname",
  ],
  ...["Buyer Email", "Attendee no.", "Attendee Status", "Home Address 1", "Job Title", "Company"],
];
const wordpress = [
  "ID",
  "user_login",
  "user_pass",
  "user_nicename",
  "user_email",
  "user_registered",
  "display_name",
  "first_name",
  "roles",
  "wp_capabilities",
];
const typeform = [
  "#",
  "How shall we call you?",
  "And your email, please?",
  "What do you like? (pick many)",
  "Other",
  "Start Date (UTC)",
  "Submit Date (UTC)",
  "Network ID",
  "Tags",
];

export const shopsAndForms: NastyFile[] = [
  {
    name: "Shopify customers, ids after an apostrophe and zips too",
    source: "https://beta.help.shopify.com/en/partners/building-stores-for-merchants/data-dictionary",
    bytes: lines(
      ...named(
        ",",
        shopify,
        {
          "Customer ID": "'7001",
          "First Name": "Zoë",
          Email: "zoe@shop.example",
          "Accepts Email Marketing": "yes",
          "Default Address Zip": "'01067",
          "Total Spent": "12.50",
        },
        { "Customer ID": "'7002", Email: "", Phone: "'+4915100", "Accepts SMS Marketing": "no" },
        { "Customer ID": "'7003", Email: "uwe@shop.example", Note: 'ring "Uwe"\nnot "Ida"', Tags: "vip, wholesale" },
      ),
    ),
    people: [
      { email: "zoe@shop.example", "First Name": "Zoë", "Total Spent": "12.50" },
      { email: "uwe@shop.example", Tags: "vip, wholesale" },
    ],
    others: 1,
    header: shopify,
  },
  {
    name: "Eventbrite attendees, two tickets on one buyer's address",
    source: "https://github.com/hasgeek/boxoffice/pull/155",
    bytes: crlf(
      ...named(
        ",",
        eventbrite,
        {
          "Order no.": "900001",
          "First Name": "Ada",
          Surname: "Lock",
          Email: "ada@lovelock.example",
          "Buyer Email": "ada@lovelock.example",
          Quantity: "1",
        },
        {
          "Order no.": "900001",
          "First Name": "Bea",
          Surname: "Lock",
          Email: "bea@lovelock.example",
          "Buyer Email": "ada@lovelock.example",
          Quantity: "1",
        },
        {
          "Order no.": "900002",
          "First Name": "Info Requested",
          Surname: "Info Requested",
          Email: "Info Requested",
          "Buyer Email": "gus@fern.example",
        },
      ),
    ),
    people: [{ email: "ada@lovelock.example" }, { email: "bea@lovelock.example" }],
    others: 1,
    header: eventbrite,
    doubtful: true,
  },
  {
    name: "WordPress users with serialized roles in doubled quotes",
    source: "https://github.com/sorich87/import-users-from-csv/issues/4",
    bytes: lines(
      ...named(
        ",",
        wordpress,
        {
          ID: "1",
          user_login: "ada",
          user_pass: "$P$Bxx/.,yy",
          user_email: "ada@lovelock.example",
          display_name: "Ada",
          wp_capabilities: 'a:1:{s:13:"administrator";b:1;}',
        },
        {
          ID: "2",
          user_login: "bea@lovelock.example",
          user_email: "bea@lovelock.example",
          wp_capabilities: 'a:1:{s:10:"subscriber";b:1;}',
        },
      ),
    ),
    people: [
      { email: "ada@lovelock.example", user_login: "ada", wp_capabilities: 'a:1:{s:13:"administrator";b:1;}' },
      { email: "bea@lovelock.example", ID: "2" },
    ],
    others: 0,
    header: wordpress,
  },
  {
    name: "Typeform answers, questions as names of columns",
    source: "own",
    bytes: lines(
      ...named(
        ",",
        typeform,
        {
          "#": "8x7y",
          "How shall we call you?": "Ada",
          "And your email, please?": "ada@lovelock.example",
          "What do you like? (pick many)": "tea, cake",
        },
        { "#": "8x7z", "How shall we call you?": "nobody", "And your email, please?": "no@thanks" },
      ),
    ),
    people: [{ email: "ada@lovelock.example", "How shall we call you?": "Ada", "What do you like? (pick many)": "tea, cake" }],
    others: 1,
    header: typeform,
  },
];
