import type { Beats, Refusal } from "./beats";
import type { Verdict } from "./judge-engine";

/** `short`: what is so, for the log and a title. `means`: for mail. `steps`: what an operator does, in order. */
export type Said = { short: string; means: string; steps: string[] };

const register = "Register the functions again: curl -X PUT, to this address with /api/inngest behind it.";
const whole = "Nothing is lost: all that waits goes on from where it stands.";

const byRefusal: Record<Refusal, { short: string; steps: string[] }> = {
  unreachable: {
    short: "The job runner is not reached: its address refuses the connection or is not known.",
    steps: ["Look whether the Inngest server runs.", "Compare INNGEST_BASE_URL with the address it listens at."],
  },
  "too slow": {
    short: "The job runner does not answer in time.",
    steps: [
      "Look how busy the Inngest server, its Redis and its database are.",
      "Restart it once its Redis keeps what it holds.",
    ],
  },
  "wrong key": {
    short: "The job runner refuses our events: it does not know our event key.",
    steps: [
      "Compare INNGEST_EVENT_KEY with an event key of the Inngest server.",
      "Look whether INNGEST_BASE_URL is that server’s address.",
      "Restart Countersign with the right ones.",
    ],
  },
  "plan used up": {
    short: "The job runner takes no more events: what its plan allows is used up.",
    steps: ["Look at usage and plan in Inngest Cloud.", "Raise the plan, or wait until its month begins."],
  },
  failing: {
    short: "The job runner answers with errors of its own.",
    steps: ["Read the log of the Inngest server.", "Look whether it reaches its Redis and its database."],
  },
  refused: {
    short: "The job runner refuses our events.",
    steps: ["Read the log of the Inngest server and of Countersign; what was refused stands in both."],
  },
};

/** What is wrong with the engine, in words of whoever runs it. Members read a shorter sentence: they can do nothing about it. */
export function sayTrouble({ trouble }: Verdict, { refused }: Pick<Beats, "refused">): Said {
  if (trouble === "refused") {
    const { short, steps } = byRefusal[refused ?? "refused"];
    return { short, steps, means: `No mail leaves that needs a new turn, and answers may be read late. ${whole}` };
  }
  if (trouble === "silent")
    return {
      short: "The job runner takes our events and does nothing.",
      means: `Nothing is sent, and no mailbox is read. Countersign wakes it each minute. ${whole}`,
      steps: [
        "Look whether the Inngest server reaches Countersign at the address of its functions, and what we answer: 401 means that INNGEST_SIGNING_KEY is another one here than there.",
        register,
        "In Inngest Cloud, look whether the plan is used up or the functions are paused.",
      ],
    };
  if (trouble === "waiting")
    return {
      short: "Events wait in Countersign, and none was refused.",
      means: `What a person starts begins late. ${whole}`,
      steps: ["Read the log of Countersign.", "Restart its processes one after the other."],
    };
  return {
    short: "The job runner has lost its timers.",
    means: "Countersign wakes it by events, so mail goes on, up to two minutes later than planned.",
    steps: [
      "Look whether its Redis was emptied, or keeps nothing over a restart (appendonly yes).",
      "Restart the Inngest server: it sets its timers anew when it starts.",
      register,
    ],
  };
}
