import { marksOf, oddOf } from "./marks-of";
import { without } from "./without";

/** What of a style sheet is more than looks: rules that hide or add words, and what it loads. */
export function readStyleSheet(css: string): { acting: string[]; loading: string[] } {
  const plain = without(css.replace(/<!--|-->/g, ""), "/*", "*/");
  const rules = plain.split("}").map((rule) => {
    const [inner = "", selector = ""] = rule.split("{").reverse();
    return { selector, inner };
  });
  return {
    acting: rules
      .filter(({ inner }) => marksOf(inner).length + oddOf(inner).length > 0 || /(^|[;\s])content\s*:/i.test(inner))
      .map(({ selector, inner }) => `${selector.trim()} { ${inner.replace(/\s+/g, " ").trim()} }`),
    loading: [...plain.matchAll(/url\(\s*["']?([^"')]*)|@import\s+["']([^"']*)/gi)]
      .map(([, url, imported]) => url ?? imported ?? "")
      // A fragment names what the program itself holds.
      .filter((target) => target !== "" && !target.startsWith("#"))
      .map((target) => `(style) → ${target}`),
  };
}
