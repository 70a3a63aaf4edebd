/**
 * Legal forms of companies at the end of their names, or in front of them in East Asia. Only forms that no person's name ends
 * with: "AS", "SIA" and the like count in capitals alone.
 */
const forms = [
  "ltd|limited|llc|l\\.l\\.c\\.|llp|inc|incorporated|corp|corporation|plc|pty ltd|pvt ltd|private limited|gmbh|gmbh & co\\.? kg|ggmbh|mbh",
  "ohg|e\\.k\\.|e\\.v\\.|sarl|s\\.a\\.r\\.l\\.|sàrl|s\\.a\\.s\\.|sasu|eurl|s\\.a\\.|s\\.l\\.|s\\.l\\.u\\.|s\\.r\\.l\\.|srl|s\\.p\\.a\\.|ltda|lda|eireli|s\\.a\\. de c\\.v\\.",
  "b\\.v\\.|bv|n\\.v\\.|bvba|sp\\. ?z ?o\\. ?o\\.|spółka z o\\.o\\.|s\\.r\\.o\\.|spol\\. s r\\. ?o\\.|a\\.s\\.|kft|zrt|nyrt|bt|d\\.o\\.o\\.|doo|d\\.d\\.|oyj|oy|aps|a/s|ehf",
  'oü|uab|ood|eood|ооод|еоод|оод|ооо|оао|зао|а\\.?ш\\.?|a\\.ş\\.|ltd\\. ?şti|şti|α\\.ε\\.|ε\\.π\\.ε\\.|בע"מ|co\\.,? ?ltd|pte\\.? ltd|sdn\\.? bhd|tbk',
].join("|");
const inCapitals = /(?:^|[\s,])(?:AG|SA|SE|KG|NV|AB|AS|ASA|SL|JSC|PJSC|UG|SAS|SPA|SIA|HF|ТОВ|АО)\.?$/u;
/** "PT Maju Jaya", but not "PT Barnum". */
const inFront = /^(?:(?:SIA|UAB|OÜ|ООО|ТОВ|ОАО|ЗАО|АО) \S|PT\.? \S+ \S|PT\. )/u;
const atEnd = new RegExp(`(?:^|[\\s,(])(?:${forms})\\.?\\)?$`, "iu");
const asian = /株式会社|有限会社|合同会社|㈱|\(株\)|（株）|有限公司|股份公司|公司$|주식회사|\(주\)|㈜|công ty|บริษัท/iu;

/** Whether the name ends or begins as only companies' names do. */
export function hasLegalForm(name: string): boolean {
  const text = name.trim();
  return /\s/.test(text) ? atEnd.test(text) || inCapitals.test(text) || inFront.test(text) || asian.test(text) : asian.test(text);
}

/** The name without its legal form, as a domain carries it. */
export function withoutLegalForm(name: string): string {
  const text = name.trim().replace(asian, "").replace(inCapitals, "").replace(atEnd, "").trim();
  return text === "" ? name.trim() : text;
}
