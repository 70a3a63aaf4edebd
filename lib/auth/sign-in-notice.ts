/** Why somebody who signed in at Microsoft was not let in; the word stands in the address of the sign-in page. */
const notices = {
  asked: {
    title: "You asked to join",
    text: "An administrator of your team answers. Sign in again once they have let you in.",
  },
  closed: {
    title: "Nobody new gets in",
    text: "Your team takes nobody new at the moment. An administrator can change that under Members.",
  },
  refused: { title: "You were turned away", text: "An administrator of your team decided so. Ask them to let you in." },
  removed: { title: "You are no longer in the team", text: "An administrator removed you. Ask them to let you in again." },
  personal: {
    title: "This is a personal account",
    text: "Countersign works with accounts of an organisation in Microsoft 365. Sign in with the one from work.",
  },
  guest: {
    title: "You are a guest there",
    text: "Only an organisation’s own people can sign in. Use the account of your own organisation.",
  },
  tenant: {
    title: "Your organisation may not sign in here",
    text: "Whoever runs this Countersign chose which organisations may. Ask them to add yours.",
  },
  allowed: {
    title: "Mail access is allowed",
    text: "Your organisation’s people can connect their mailboxes now. Tell whoever sent you the link; nothing else is needed from you.",
  },
  "not-allowed": {
    title: "Mail access was not allowed",
    text: "Nothing was changed. The link can be used again at any time, by an administrator of Microsoft 365.",
  },
  ended: { title: "You are signed out", text: "Nothing was changed. Mail that is signed leaves all the same." },
  idle: {
    title: "You were away for a while",
    text: "Nobody had used this sign-in for as many days as your team allows, so it ended. Nothing was changed; sign in again.",
  },
  limited: {
    title: "Too many sign-ins at once",
    text: "More people signed in from where you are than can be served in a few minutes. Wait five minutes and try again; nothing was changed.",
  },
  joining: {
    title: "Too many are new at once",
    text: "More new people of your organisation came than a team takes in an hour. Try again in an hour; whoever is in the team already signs in as ever.",
  },
  failed: {
    title: "Signing in did not work",
    text: "It was cancelled, or Microsoft did not answer as it should. Nothing was changed; try again.",
  },
} as const;

export type SignInNotice = keyof typeof notices;

/** The sentences of a notice; whatever else stands in the address, such as an error of next-auth, reads as "failed". */
export function describeNotice(word: string | undefined): { title: string; text: string } | null {
  if (!word) return null;
  return Object.hasOwn(notices, word) ? notices[word as SignInNotice] : notices.failed;
}
