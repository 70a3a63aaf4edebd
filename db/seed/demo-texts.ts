import type { SeedStep } from "./seed-campaign";

const greeting = '<p>Hi {{ first_name | default: "there" }},</p>';
const close = "<p>Best regards,<br>{{ sender_first_name }}</p>";

export const invoiceSteps: SeedStep[] = [
  {
    name: "Introduction",
    subject: "Supplier invoices at {{ company }}",
    body: `${greeting}<p>suppliers of {{ company }} in {{ town }} probably still send their invoices by mail, and somebody types them in.</p><p>We read them straight from the mailbox they arrive in and put them into your books. A person checks each one before it is booked, so nothing surprises you at the end of the month.</p><p>Would fifteen minutes on Thursday or Friday suit you?</p>${close}`,
  },
  {
    name: "Follow-up",
    subject: "",
    days: 7,
    body: `${greeting}<p>a short question after my last mail: who at {{ company }} looks after incoming invoices? I would gladly write to that person instead.</p>${close}`,
  },
  {
    name: "Last note",
    subject: "",
    days: 7,
    body: `${greeting}<p>I will not write again after this. If invoices become a topic at {{ company }}, an answer to this mail reaches me.</p>${close}`,
  },
];

export const dockSteps: SeedStep[] = [
  {
    name: "Introduction",
    subject: "Your dock at {{ company }}",
    body: `${greeting}<p>your address in {{ town }} looks like a place where trucks wait. We put every delivery to {{ company }} into a fifteen-minute slot, so nobody stands at the dock.</p><p>May I show you on a call how it looks for a yard like yours? Twenty minutes, and you keep the plan either way.</p>${close}`,
  },
  {
    name: "Follow-up",
    subject: "",
    days: 7,
    body: `${greeting}<p>did the plan for your dock reach you? I can send it as one page.</p>${close}`,
  },
  {
    name: "Last note",
    subject: "",
    days: 7,
    body: `${greeting}<p>this is my last note about the dock. Thank you for reading.</p>${close}`,
  },
];

export const quickSteps: SeedStep[] = [
  {
    name: "Introduction",
    subject: "A short hello to {{ company }}",
    body: `${greeting}<p>this is a demonstration: it leaves at any hour, five seconds after the mail before it. Answer it from the mailbox page and watch the follow-up stay away.</p>${close}`,
  },
  {
    name: "Follow-up",
    subject: "",
    minutes: 2,
    body: `${greeting}<p>two minutes have gone by without an answer from {{ company }}, so here is the follow-up, in the same thread.</p>${close}`,
  },
  { name: "Last note", subject: "", minutes: 2, body: `${greeting}<p>two more minutes. This is the last one.</p>${close}` },
];

export const demoTemplates = [
  { name: "Invoices, short", subject: "Supplier invoices at {{ company }}", content: invoiceSteps[0]?.body ?? "", active: true },
  { name: "Dock slots", subject: "Your dock at {{ company }}", content: dockSteps[0]?.body ?? "", active: true },
  { name: "Friendly reminder", subject: "", content: invoiceSteps[1]?.body ?? "", active: true },
  {
    name: "Trade fair 2025",
    subject: "See you in Hall 4",
    content: `${greeting}<p>we are in Hall 4 this week. Would you stop by?</p>${close}`,
    active: false,
  },
];

export const replies = [
  "Thursday at two works, please send the invite to my assistant.",
  "Not this quarter, but ask me again in spring.",
  "Who else in our trade uses this?",
  "Please write to Vera Falk, she looks after invoices now.",
  "Sounds sensible. What does it cost for about 300 invoices a month?",
  "We already have something like it, thank you.",
  "Can you send the plan as one page?",
];
