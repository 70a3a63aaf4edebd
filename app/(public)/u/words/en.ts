import type { Words } from "./words";

const by = (name: string | null) => (name ? ` by ${name}` : "");

export const en: Words = {
  title: "Stop emails",
  stop: {
    question: (team) => `Stop emails from ${team}?`,
    goTo: ["They go to ", "."],
    after: (team) => `After this nobody at ${team} can send you an email from here, in a campaign or by hand, for good.`,
    button: "Stop all emails",
    opening: "Opening this page changed nothing. Only the button does.",
    failed: "This could not be kept just now. Try again in a minute.",
  },
  done: {
    title: (team) => `You will not hear from ${team} again`,
    text: "It holds from now on, for every campaign and for emails written by hand. You need not do anything else.",
  },
  unknown: {
    title: "This link is not known here",
    text: "It may be cut off: open it from the email once more. Nothing was changed by coming here.",
    answer: "You can also answer the email and say that you want no more.",
  },
  tooOften: {
    title: "You are asking too often",
    text: (wait) =>
      `This link is not known here, and too many such were opened from where you are. Try again in ${wait}. A link out of a mail of ours works all the same: open it from the mail.`,
  },
  testCopy: {
    title: "This was a test copy",
    text: "In the mail to a contact this link leads to their own page, where they stop emails. Here there is nobody to stop them for.",
  },
  why: {
    title: "Why did I get this?",
    source: {
      file: (name, on) => `Your address was uploaded in a file${by(name)} on ${on}.`,
      hand: (name, on) => `Your address was added by hand${by(name)} on ${on}.`,
    },
    latest: {
      signed: (name, at) =>
        name ? `The latest email to you was signed by ${name} and left on ${at}.` : `The latest email to you left on ${at}.`,
      written: (name, at) =>
        name
          ? `${name} wrote this email to you by hand. It left on ${at}.`
          : `This email was written to you by hand. It left on ${at}.`,
    },
    answer: "Answering an email and asking for no more stops them as well.",
    responsible: (who) => `Responsible for these emails: ${who}.`,
  },
};
