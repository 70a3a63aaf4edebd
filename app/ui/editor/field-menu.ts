import { Extension } from "@tiptap/core";
import Suggestion, { type SuggestionProps } from "@tiptap/suggestion";

export type FieldMenu = {
  names: string[];
  at: { left: number; top: number };
  pick: (name: string) => void;
};

/** Offers the fields as soon as `{` is typed. `show` is told what to offer where, and null to close; `key` says whether a key was used. */
export function fieldMenu(options: {
  names: () => string[];
  show: (menu: FieldMenu | null) => void;
  key: (event: KeyboardEvent) => boolean;
}) {
  const tell = (props: SuggestionProps<string>) => {
    const box = props.clientRect?.();
    if (!box || props.items.length === 0) return options.show(null);
    options.show({ names: props.items, at: { left: box.left, top: box.bottom + 4 }, pick: (name) => props.command(name) });
  };
  return Extension.create({
    name: "fieldMenu",
    addProseMirrorPlugins() {
      return [
        Suggestion<string, string>({
          editor: this.editor,
          char: "{",
          allowedPrefixes: null,
          items: ({ query }) =>
            options
              .names()
              .filter((name) => name.startsWith(query.replace(/[{\s]/g, "").toLowerCase()))
              .slice(0, 12),
          command: ({ editor, range, props }) =>
            editor
              .chain()
              .focus()
              .insertContentAt(range, {
                type: "field",
                attrs: { name: props, fallback: props === "first_name" ? "there" : null },
              })
              .run(),
          render: () => ({
            onStart: tell,
            onUpdate: tell,
            onExit: () => options.show(null),
            onKeyDown: ({ event }) => options.key(event),
          }),
        }),
      ];
    },
  });
}
