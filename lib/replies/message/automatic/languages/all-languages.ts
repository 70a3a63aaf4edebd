import { ar } from "./asian/ar";
import { he } from "./asian/he";
import { id } from "./asian/id";
import { ja } from "./asian/ja";
import { ko } from "./asian/ko";
import { th } from "./asian/th";
import { vi } from "./asian/vi";
import { zh } from "./asian/zh";
import { el } from "./baltic-and-others/el";
import { et } from "./baltic-and-others/et";
import { fi } from "./baltic-and-others/fi";
import { hu } from "./baltic-and-others/hu";
import { lt } from "./baltic-and-others/lt";
import { lv } from "./baltic-and-others/lv";
import { tr } from "./baltic-and-others/tr";
import { da } from "./germanic/da";
import { de } from "./germanic/de";
import { en } from "./germanic/en";
import { is } from "./germanic/is";
import { nb } from "./germanic/nb";
import { nl } from "./germanic/nl";
import { sv } from "./germanic/sv";
import type { Language } from "./language";
import { ca } from "./romance/ca";
import { es } from "./romance/es";
import { fr } from "./romance/fr";
import { it } from "./romance/it";
import { pt } from "./romance/pt";
import { ro } from "./romance/ro";
import { bg } from "./slavic/bg";
import { cs } from "./slavic/cs";
import { hr } from "./slavic/hr";
import { pl } from "./slavic/pl";
import { ru } from "./slavic/ru";
import { sk } from "./slavic/sk";
import { sl } from "./slavic/sl";
import { uk } from "./slavic/uk";

export const languages: readonly Language[] = [
  en,
  de,
  fr,
  es,
  it,
  pt,
  nl,
  sv,
  da,
  nb,
  fi,
  pl,
  cs,
  sk,
  hu,
  ro,
  ru,
  uk,
  bg,
  hr,
  sl,
  et,
  lv,
  lt,
  tr,
  el,
  ja,
  zh,
  ko,
  ar,
  he,
  id,
  vi,
  th,
  is,
  ca,
];
