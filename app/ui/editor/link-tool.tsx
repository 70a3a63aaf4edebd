"use client";

import { Popover, TextInput } from "@mantine/core";
import { IconLink } from "@tabler/icons-react";
import type { Editor } from "@tiptap/core";
import { useRef, useState } from "react";
import { linkAddress } from "./link-address";
import classes from "./rich-text.module.css";

/** Links the chosen words: Enter sets the address, an empty one takes the link away. Without chosen words the address is written. */
export function LinkTool({ editor }: { editor: Editor | null }) {
  const [opened, setOpened] = useState(false);
  const [written, setWritten] = useState("");
  const [wrong, setWrong] = useState<string | null>(null);
  const active = editor?.isActive("link") ?? false;
  // The words chosen when it opened: the field takes the caret, and a saved text may be shown anew meanwhile.
  const chosen = useRef({ from: 0, to: 0 });
  const toggle = () => {
    if (editor) chosen.current = { from: editor.state.selection.from, to: editor.state.selection.to };
    setWritten(String(editor?.getAttributes("link").href ?? ""));
    setWrong(null);
    setOpened(!opened);
  };
  const set = () => {
    const href = linkAddress(written);
    if (href === null) return setWrong("Give an address such as https://contoso.com.");
    setOpened(false);
    if (!editor) return;
    const chain = editor.chain().focus().setTextSelection(chosen.current);
    if (href === "") chain.extendMarkRange("link").unsetLink().run();
    else if (chosen.current.from === chosen.current.to && !active)
      chain.insertContent({ type: "text", text: written.trim(), marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.extendMarkRange("link").setLink({ href }).run();
  };
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      position="bottom-end"
      radius={12}
      shadow="lg"
      width={300}
      trapFocus
      returnFocus={false}
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.tool}
          data-tool="Link"
          aria-label="Link"
          title="Link"
          aria-pressed={active}
          onClick={toggle}
        >
          <IconLink size={16} stroke={1.7} aria-hidden />
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <TextInput
          label="Address of the link"
          description="Enter sets it; empty takes the link away."
          placeholder="https://contoso.com"
          value={written}
          error={wrong}
          data-autofocus
          onChange={(event) => setWritten(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            set();
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}
