import { fold } from "../fold";

const list = (words: string) => new Set(words.trim().split(/\s+/).map(fold));

/** Titles before a name, folded, with or without their dot. */
export const titles = list(`
  mr mrs ms miss mx dr prof professor sir dame rev reverend capt captain
  herr frau hrn dr.med dr.jur dr.rer.nat dr.phil dr.-ing dipl.-ing dipl.-kfm dipl.-inf dipl.-oec priv.-doz univ.-prof ing
  mme mlle monsieur madame mademoiselle maître mgr dott dott.ssa dottore dottoressa prof.ssa sig.ra signor signora avv geom
  señor señora srta sra sr dña dra profa arq lic doña engº eng.ª exmo
  dhr mevr mw drs mevrouw meneer heer
  pan pani mudr judr phdr rndr paedr mga doc.dr
  hr fru herra rouva ozv
  domnul doamna gospodin gospođa gospa sayın
  господин госпожа г-н г-жа пан пані κος κα κύριος κυρία
`);

/** Titles that are a title only with a dot behind: without it they are names or begin with them. */
export const dottedTitles = list("m fr mag dir doc sig hon ir bc");

/** Behind a name, whatever stands before them. */
export const suffixes = list(
  "jr jnr junior ii iii iv mba phd esq esquire cfa cpa dphil emba llm mph pmp cissp msc bsc edd psyd pharmd",
);

/** Behind a name, but only after a comma or in brackets: bare they may be names. */
export const commaSuffixes = list(
  "sr snr ma ba md rn pe bs ms dds do jd frcs fcca acca aca ccim mp obe cbe mbe kc qc fca shrm-cp sphr dba csc drsc",
);

/** What a last name may begin with; together with it they are one name. */
export const particles = list(`
  van der den de het 't ten ter te von zu zum zur vom von und la le du des d' l' da das do dos di del dello della delle degli
  dei dal dalla los las af av al el bin bint ibn abu ben san santa santo
`);

/** What people write where they have no name. */
export const noNames = list("n/a none null nil unknown undefined anonymous unbekannt inconnu desconocido");
