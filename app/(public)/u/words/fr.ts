import type { Words } from "./words";

const by = (name: string | null) => (name ? ` par ${name}` : "");

/** A team's name never stands behind "de", which would have to become "d’" before some of them. Narrow blanks stand before ? and :, and
 * a word joiner keeps the longest lines from breaking inside “e-mail”. */
export const fr: Words = {
  title: "Ne plus recevoir d’e-mails",
  stop: {
    question: (team) => `Ne plus recevoir les e-\u2060mails envoyés par ${team}\u202f?`,
    goTo: ["Ils sont adressés à ", "."],
    after: (team) =>
      `Ensuite, plus personne chez ${team} ne pourra vous écrire d’ici, ni par une campagne ni à la main, définitivement.`,
    button: "Ne plus recevoir d’e-mails",
    opening: "Ouvrir cette page n’a rien changé. Seul le bouton a un effet.",
    failed: "Votre demande n’a pas pu être enregistrée. Veuillez réessayer dans une minute.",
  },
  done: {
    title: (team) => `${team} ne vous écrira plus`,
    text: "C’est valable dès maintenant, pour toutes les campagnes et pour les e-mails écrits à la main. Vous n’avez rien d’autre à faire.",
  },
  unknown: {
    title: "Ce lien n’est pas connu ici",
    text: "Il est peut-être incomplet\u00a0: ouvrez-le à nouveau depuis l’e-mail. Votre visite n’a rien changé.",
    answer: "Vous pouvez aussi répondre à l’e-mail en indiquant que vous n’en souhaitez plus.",
  },
  tooOften: {
    title: "Trop de tentatives",
    text: (wait) =>
      `Ce lien n’est pas connu ici, et trop de liens de ce genre ont été ouverts depuis votre connexion. Réessayez dans ${wait}. Un lien reçu par e-mail fonctionne quand même : ouvrez-le depuis l’e-mail.`,
  },
  testCopy: {
    title: "C’était une copie de test",
    text: "Dans l’e-mail envoyé à un contact, ce lien mène à sa propre page, où il peut mettre fin aux envois. Ici, il n’y a personne pour qui le faire.",
  },
  why: {
    title: "Pourquoi ai-je reçu cet e-mail\u202f?",
    source: {
      file: (name, on) => `Votre adresse a été importée depuis un fichier${by(name)} le ${on}.`,
      hand: (name, on) => `Votre adresse a été saisie à la main${by(name)} le ${on}.`,
    },
    latest: {
      signed: (name, at) =>
        name
          ? `Le dernier e-mail qui vous a été adressé a été signé par ${name} et envoyé le ${at}.`
          : `Le dernier e-mail qui vous a été adressé a été envoyé le ${at}.`,
      written: (name, at) =>
        name
          ? `Cet e-mail vous a été écrit à la main par ${name}. Il est parti le ${at}.`
          : `Cet e-mail vous a été écrit à la main. Il est parti le ${at}.`,
    },
    answer: "Répondre à un e-mail en demandant à ne plus en recevoir a le même effet.",
    responsible: (who) => `Responsable de ces e-mails\u00a0: ${who}.`,
  },
};
