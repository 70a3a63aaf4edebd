import { mergeAttributes, Node } from "@tiptap/core";

/** A merge field as one chip: deleted and moved as a whole, written as Liquid text. */
export const FieldNode = Node.create({
  name: "field",
  group: "inline",
  inline: true,
  atom: true,
  addAttributes() {
    return {
      name: { default: "", parseHTML: (element) => element.getAttribute("data-field"), renderHTML: () => ({}) },
      fallback: { default: null, parseHTML: (element) => element.getAttribute("data-fallback"), renderHTML: () => ({}) },
    };
  },
  parseHTML() {
    return [{ tag: "span[data-field]" }];
  },
  renderHTML({ node, HTMLAttributes }) {
    const name = String(node.attrs.name);
    const fallback: unknown = node.attrs.fallback;
    const marks = { "data-field": name, ...(typeof fallback === "string" ? { "data-fallback": fallback } : {}) };
    return ["span", mergeAttributes(HTMLAttributes, marks), typeof fallback === "string" ? `${name}, or “${fallback}”` : name];
  },
});
