import { randomBytes } from "node:crypto";
import type { Act, Acts } from "../acts/acts";
import { type Addresses, type Box, Skipped, type Who } from "../words";
import { type Mailbox, openMailbox } from "./mailbox";
import type { Place } from "./place";
import type { Press, SignedIn, SignIn } from "./sign-in";

export type Session = ReturnType<typeof openSession>;
type Given = { place: Place; addresses: Addresses; signIn: SignIn; acts: Acts };

/** What an expectation works with: mailboxes that sign in when first wanted, things for a person to do, and time. */
export function openSession({ place, addresses, signIn, acts }: Given) {
  const allowed = new Set(Object.values(addresses).map((address) => address.toLowerCase()));
  const signedIn = new Map<Who, SignedIn | { refused: string }>();
  const open: Mailbox[] = [];
  const boxes = new Map<Who, Mailbox>();
  const kept = new Map<string, unknown>();
  // A stand-in does in a moment what takes Exchange a minute, and nothing more in an hour.
  const real = (seconds: number) => (place.isReal ? seconds : Math.min(seconds * 0.02, 1.5));
  const pause = (seconds: number) => new Promise<void>((done) => setTimeout(done, real(seconds) * 1000));

  /** @throws Skipped when somebody does not get in; they are not led there again in this run. */
  async function account(who: Who): Promise<SignedIn> {
    const known = signedIn.get(who) ?? (await signIn(who));
    signedIn.set(who, known);
    if ("refused" in known) throw new Skipped(`${who} could not sign in: ${known.refused}.`);
    return known;
  }

  /** In a browser it is easy to be somebody else; nothing is tried with the wrong mailbox. */
  async function checkWhoItIs(who: Who, mailbox: Mailbox) {
    if (who === "guest" || who === "personal") return;
    const { body } = await mailbox.call("GET", "/me");
    const names = [body.mail, body.userPrincipalName].map((name) => name?.toLowerCase());
    if (names.includes(addresses[who]?.toLowerCase())) return;
    signedIn.delete(who);
    throw new Skipped(`Somebody else signed in than ${who}.`);
  }

  return {
    /** Stands in each subject, so that the mails of one run are found. */
    run: randomBytes(3).toString("hex"),
    account,
    signIn: (who: Who, press: Press) => signIn(who, press),
    mailbox: async (who: Who): Promise<Mailbox> => {
      const known = boxes.get(who);
      if (known) return known;
      const made = openMailbox(place, (await account(who)).token, allowed);
      await checkWhoItIs(who, made);
      boxes.set(who, made);
      open.push(made);
      return made;
    },
    /** The next use signs in anew. */
    forget: (who: Who) => {
      signedIn.delete(who);
      boxes.delete(who);
    },
    address: (who: Who | Box): string => {
      const address = addresses[who];
      if (!address) throw new Skipped(`No address was given for ${who}.`);
      return address;
    },
    /** Does what no call of Graph can. @throws Skipped when it cannot be done here. */
    act: async (act: Act): Promise<string> => {
      const came = await acts(act);
      if (came === null) throw new Skipped(place.isReal ? "Not done." : "The stand-in cannot do this.");
      return came;
    },
    /** Makes a thing once a run. */
    once: <T>(name: string, make: () => Promise<T>): Promise<T> => {
      const made = (kept.get(name) as Promise<T> | undefined) ?? make();
      kept.set(name, made);
      return made;
    },
    pause,
    /** Looks until something is seen. @throws Error when it does not come in time. */
    until: async <T>(what: string, seconds: number, look: () => Promise<T | null | undefined | false>): Promise<T> => {
      const end = Date.now() + Math.max(real(seconds), 8) * 1000;
      for (;;) {
        const seen = await look();
        if (seen) return seen;
        if (Date.now() > end) throw new Error(`${what} did not come within ${seconds} s.`);
        await pause(2);
      }
    },
    /** Drafts of a mailbox that was taken away meanwhile stay: that changes nothing of what was seen. */
    tidy: async () => void (await Promise.allSettled(open.map((mailbox) => mailbox.tidy()))),
  };
}
