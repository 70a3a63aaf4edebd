import { fold } from "../fold";

const set = (words: string) => new Set(words.split(/\s+/).map(fold));

/** Words beside "email" that say it is the first or the working address: "Work Email", "Email (geschäftlich)". */
export const mainWords = set(`
  primary main default preferred work business office professional corporate geschäftlich dienstlich beruflich arbeit primäre haupt
  professionnel professionnelle pro travail principal principale principaux trabajo profesional laboral lavoro aziendale zakelijk werk
  primair primaria primario profissional trabalho comercial arbete arbeid arbejde jobb służbowy firmowy pracovní firemní pracovný
  munkahelyi céges työ darba darbo töö iş рабочий рабочая служебный робоча
`);

/** Words beside "email" that say it is a further one of the same person. */
export const otherWords = set(`
  secondary second third other additional alternate alternative alt extra backup supplemental personal private home privat private
  persönlich sekundäre weitere andere personnel personnelle perso privé privée domicile secondaire autre personal personale privado
  particular casa secundario secundaria otro altro altra secondaria thuis privé prive secundair overig hem hemma privat hjem annen anden
  prywatny domowy inny dodatkowy osobní soukromý domů súkromný osobný otthoni magán koti muu personīgais asmeninis kişisel ev diğer
  личный личная домашний другой особиста
`);

/** Words that add nothing: "E-mail 1 - Value", "Email*", "Email (required)", "Contact Email". */
export const fillers = set("value required optional pflichtfeld obligatoire field the de da do di la");

/** What stands before a name of one's own in many exports: "Person - Name", "Contact Email", "billing_first_name". */
export const personWords = set(
  "contact contacts person people lead prospect recipient subscriber attendee participant employee member",
);

/** Likewise, but it may well be another person's or a company's. */
export const lessPersonWords = set("customer client billing buyer shipping default address candidate kunde kontakt");
