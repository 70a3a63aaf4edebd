import type { Words } from "./words";

const by = (name: string | null) => (name ? ` von ${name}` : "");

export const de: Words = {
  title: "E-Mails abbestellen",
  stop: {
    question: (team) => `Keine E-Mails mehr von ${team}?`,
    goTo: ["Die E-Mails gehen an ", "."],
    after: (team) =>
      `Danach kann Ihnen bei ${team} niemand mehr von hier aus schreiben, weder in einer Kampagne noch von Hand, und das auf Dauer.`,
    button: "Alle E-Mails abbestellen",
    opening: "Das Öffnen dieser Seite hat nichts geändert. Das tut nur die Schaltfläche.",
    failed: "Das konnte gerade nicht gespeichert werden. Bitte versuchen Sie es in einer Minute noch einmal.",
  },
  done: {
    title: (team) => `Sie hören nichts mehr von ${team}`,
    text: "Das gilt ab sofort, für jede Kampagne und für E-Mails von Hand. Sie müssen nichts weiter tun.",
  },
  unknown: {
    title: "Dieser Link ist hier nicht bekannt",
    text: "Vielleicht wurde er abgeschnitten: Öffnen Sie ihn noch einmal aus der E-Mail. Ihr Aufruf hat nichts geändert.",
    answer: "Sie können auch auf die E-Mail antworten und schreiben, dass Sie keine weiteren möchten.",
  },
  tooOften: {
    title: "Das waren zu viele Versuche",
    text: (wait) =>
      `Dieser Link ist hier nicht bekannt, und von Ihrem Anschluss wurden zu viele solche geöffnet. Bitte versuchen Sie es in ${wait} noch einmal. Ein Link aus einer E-Mail funktioniert trotzdem: Öffnen Sie ihn aus der E-Mail.`,
  },
  testCopy: {
    title: "Das war eine Testkopie",
    text: "In der E-Mail an einen Kontakt führt dieser Link zu dessen eigener Seite, auf der sich E-Mails abbestellen lassen. Hier gibt es niemanden, für den das ginge.",
  },
  why: {
    title: "Warum habe ich das bekommen?",
    source: {
      file: (name, on) => `Ihre Adresse wurde am ${on}${by(name)} aus einer Datei hochgeladen.`,
      hand: (name, on) => `Ihre Adresse wurde am ${on}${by(name)} von Hand eingetragen.`,
    },
    latest: {
      signed: (name, at) =>
        name
          ? `Die letzte E-Mail an Sie wurde von ${name} unterschrieben und ging am ${at} ab.`
          : `Die letzte E-Mail an Sie ging am ${at} ab.`,
      written: (name, at) =>
        name
          ? `Diese E-Mail hat Ihnen ${name} von Hand geschrieben. Sie ging am ${at} ab.`
          : `Diese E-Mail wurde Ihnen von Hand geschrieben. Sie ging am ${at} ab.`,
    },
    answer: "Auch wenn Sie auf eine E-Mail antworten und um keine weiteren bitten, bekommen Sie keine mehr.",
    responsible: (who) => `Verantwortlich für diese E-Mails: ${who}.`,
  },
};
