/** What people of the demo's running campaign wrote back, and where it stands. `of` is their place in the campaign: each mail of the first fifteen left a day later than the others. */
export type DemoAnswer = {
  of: number;
  hoursAgo: number;
  text: string;
  label?: "interested" | "later" | "not interested" | "wrong person";
  /** 'words' proposed it, and nobody has picked yet. */
  labelBy?: "person" | "words";
  laterInDays?: number;
  wish?: "later" | "wrong person";
  assigned?: "Anna" | "Ben";
  /** Somebody has opened it. */
  seen?: boolean;
  state?: "open" | "snoozed" | "done";
  snoozedDays?: number;
  /** What was answered, and how many hours after they wrote. */
  ours?: { after: number; html: string };
};

const close = "<p>Best regards,<br>Anna</p>";

export const demoAnswers: DemoAnswer[] = [
  {
    of: 3,
    hoursAgo: 0.4,
    text: "Thursday at two works, please send the invite to my office address and copy my colleague who keeps the books. How many invoices do you need from us beforehand?",
    label: "interested",
    labelBy: "words",
    assigned: "Anna",
  },
  {
    of: 5,
    hoursAgo: 1.1,
    text: "Who handles this on your side if we have two companies? The second one keeps its own books, and I would not want them mixed.",
    assigned: "Ben",
  },
  {
    of: 8,
    hoursAgo: 2.3,
    text: "Not this quarter. Ask me again in March when the new budget is there.",
    wish: "later",
    label: "later",
    labelBy: "words",
  },
  {
    of: 11,
    hoursAgo: 2.9,
    text: "You want Vera Falk, she does the books. I have forwarded your mail to her: vera.falk@quistprinting.example.",
    wish: "wrong person",
    label: "wrong person",
    labelBy: "words",
  },
  {
    of: 13,
    hoursAgo: 3.6,
    text: "Sounds sensible. What does it cost for about 300 invoices a month?",
    label: "interested",
    labelBy: "person",
    seen: true,
    assigned: "Anna",
  },
  {
    of: 17,
    hoursAgo: 20,
    text: "Let me speak with our bookkeeper on Monday, then I can tell you more.",
    label: "interested",
    labelBy: "person",
    seen: true,
    state: "snoozed",
    snoozedDays: 3,
  },
  {
    of: 19,
    hoursAgo: 22,
    text: "Can you send the plan as one page? I would show it in our meeting.",
    label: "interested",
    labelBy: "person",
    seen: true,
    ours: {
      after: 1.2,
      html: `<p>Hello,</p><p>here it is, on one page. Shall we go through it together on Wednesday?</p>${close}`,
    },
  },
  {
    of: 22,
    hoursAgo: 23,
    text: "Thanks, the call was useful. I will come back to you with two questions from our side.",
    label: "interested",
    labelBy: "person",
    seen: true,
    ours: { after: 2, html: `<p>Hello,</p><p>gladly. Write whenever it suits you.</p>${close}` },
  },
  {
    of: 27,
    hoursAgo: 24,
    text: "We already have something for this, thank you.",
    label: "not interested",
    labelBy: "person",
    seen: true,
    state: "done",
  },
];

/** Who is away, by their place in the campaign, and for how many days. */
export const demoAway = { of: 24, hoursAgo: 25, days: 6, text: "I am out of the office and read no mail. I am back on" };
