import { cyrillic } from "./cyrillic";
import { czechSlovak } from "./czech-slovak";
import { dutch } from "./dutch";
import { chinese, japanese, korean, thai } from "./east-asian";
import { english } from "./english";
import { baltic, finnish } from "./finnic-baltic";
import { french } from "./french";
import { german } from "./german";
import { greek } from "./greek";
import { hungarian, turkish } from "./hungarian-turkish";
import { italian, romanian } from "./italian-romanian";
import { malayVietnamese } from "./malay-vietnamese";
import { polish } from "./polish";
import { danishNorwegian, swedish } from "./scandinavian";
import { arabic, hebrew } from "./semitic";
import { southSlavic } from "./south-slavic";
import { portuguese, spanish } from "./spanish-portuguese";
import type { WishWords } from "./wish-words";

/** The languages in which a wish is read, the most spoken in business mail first. */
export const everyLanguage: readonly WishWords[] = [
  english,
  german,
  french,
  spanish,
  italian,
  dutch,
  polish,
  portuguese,
  swedish,
  danishNorwegian,
  finnish,
  czechSlovak,
  hungarian,
  romanian,
  turkish,
  southSlavic,
  baltic,
  malayVietnamese,
  cyrillic,
  greek,
  japanese,
  chinese,
  korean,
  thai,
  arabic,
  hebrew,
];
