import type { Language } from "../language";

export const fr: Language = {
  code: "fr",
  common:
    "je suis est et le la les des du de une pour vous votre nous mon ma mes au aux avec en jusqu absent absente bonjour merci retour serai bureau cordialement pas que sera dans par veuillez",
  script: /[œèêùç]/gu,
  months: [
    "janvier|janv|jan",
    "février|fevr|fév",
    "mars",
    "avril|avr",
    "mai",
    "juin",
    "juillet|juil",
    "août|aout",
    "septembre|sept",
    "octobre|oct",
    "novembre|nov",
    "décembre|déc",
  ],
  weekdays: ["lundi|lun", "mardi|mar", "mercredi|mer", "jeudi|jeu", "vendredi|ven", "samedi|sam", "dimanche|dim"],
  order: "day first",
  ordinal: "er|ers|e|eme",
  until: "jusqu'au, jusqu'à, jusqu'a, jusque, jusqu au, jusqu a, jusques",
  after: "après",
  from: "à partir, à compter, dès, du, depuis, de, des",
  before: "avant",
  on: "le, la, au, du, à, de, et, y compris, inclus, soir, matin, fin de journée, jour, date, environ, la date",
  to: "au, jusqu'au, à, et, jusqu'à, et le, et jusqu'au",
  overmorrow: "après-demain, après demain",
  first: "premier",
  back: "retour*, revien*, revenir, reviendr*, rentr*, de nouveau, à nouveau, reprise, reprend*, reprendr*, ne~qu, réouverture, rouvr*, réouvr*, premier jour, se revoit, se retrouve, serai là, serons là, rouvr*, de nouveau, retrouv*, revoir, le premier (est|sera)",
  present:
    "à mon (poste|bureau), derrière mon bureau, à l'atelier, au (cabinet|magasin|travail|poste), (me|nous) (trouver*|retrouver*|trouvez|retrouvez), disponible*, joignable*, présent*, au bureau, ouvert*, en mesure",
  away: "absen*, congé*, vacances, (ne|pas|peu|difficilement|plus|n')~(disponible*|joignable*|présent*|au bureau|en mesure), indisponible*, injoignable*, déplacement*, hors (du|de) bureau, voyage*, maladie, maternité, paternité, formation, (pas|aucun|limité*)~accès, accès limité, fermé*, en réunion, séminaire, repos, arrêt, rtt, récupération, pont, pont, férié*, fermeture*, inventaire, dernier jour",
  reply:
    "répond*, traiter*, recontacter*, reviendrai vers, reviens vers, lis, lire, lirai, écri*, appell*, consult*, voir, verrai, traite*",
  not: "ne, pas, non, n', plus, aucun*, peu, in",
  and: "et, mais, puis, ensuite, or",
  others: "(elle|il|qui) (est|sera|rentre|revient)~, collègue~(est|sera)",
  closed: "fermé*, fermeture*, rouvr*, réouverture",
  vague:
    "nouvel ordre, (semaine|mois|année|trimestre) (prochaine?|suivante?), (fin|début|mi|courant|milieu)( |-)?, (quelques|deux|trois|quatre|\\d+|une|un) (semaines?|mois|jours?), semaine, printemps, été, automne, hiver, noël, pâques, rentrée, durée indéterminée, prochainement",
  coming: "prochain, prochaine, suivant",
  this: "ce, cette",
  skipAfter: "en huit, dans huit jours",
  today: "aujourd'hui, ce jour",
  tomorrow: "demain",
  left: "ne (travaille|fait|suis) plus (partie (de (la (société|entreprise)|notre|nos|@|l'(entreprise|équipe|effectif))|des (effectifs|collaborateurs))|(pour|chez|dans|au sein de) (nous|notre|la (société|boîte)|l'entreprise|@)|ici|parmi nous), n'est plus (en poste|salarié*|employé*|dans (l'|la |notre )(entreprise|société)|chez (nous|@)|parmi nous|en fonction), (a|ai|avoir) (définitivement )?quitté (la société|l'entreprise|notre|nos effectifs|ses fonctions|mes fonctions|@|le (groupe|cabinet)|l'agence), (est|suis) (parti*)? ?(à la|en) retraite, (a|ai) (pris|fait valoir)~retraite, (est|suis) (désormais |maintenant )?retraité*, quitte(rai|ra)? (la société|l'entreprise|mes fonctions|ses fonctions|@), ne (fait|fais) plus partie, n'y (travaille|bosse|suis|est) plus, (ne )?(bosse|travaille|taf*) plus (là|là-bas|chez|pour|dans), (monsieur|madame|mr|mme|m|collègue|il|elle)~(est décédé*|nous a quittés), (a|ai) changé (d'employeur|de (société|boîte|poste)), (a|ai) démissionné",
  subject:
    "réponse automatique, (message|accusé|courriel|mail|avis)( de| d')?( réception| absence)? ?automatique*, message d'absence, avis d'absence, notification d'absence, absence( du bureau)?, absent*, (en )?congés?( annuels?| maternité| parental)?, (en )?vacances, (actuellement |hors du )(bureau|absent*), (je suis )(absent*|en congé*|en vacances|actuellement), réponse auto, accusé de réception( automatique)?",
  machine:
    "(ceci|c'|il s'agit d')~(est )?(un |une )?(message|réponse|courriel|mail|e-?mail|accusé)~automati*, (ce|cet|cette) (message|réponse|courriel|mail|e-?mail|courrier)~(est|a été|étant)~automati*, (message|réponse|courriel|mail|e-?mail)( est| a été)? (envoyé*|généré*|automatique*)( envoyé*| généré*)?~automati*, (merci de|veuillez) ne pas (y )?répondre( à ce| à cet|directement), ne pas répondre à ce, généré automatiquement, envoyé automatiquement",
  ticket:
    "(demande|message|ticket|courriel|requête|mail|dossier)~(a (bien )?été|est)~(reçu*|enregistré*|créé*|pris*|ouvert*|transmis*), numéro de (ticket|dossier|demande), (ticket|dossier|demande) (numéro|n°|no|n)",
};
