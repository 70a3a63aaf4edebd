"use client";

import { Modal, Switch } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { writeTo } from "@/app/ui/words/write-to";
import { lettersRest, restLetters } from "./letters";
import classes from "./shortcuts.module.css";
import { useCommandKey } from "./use-command-key";
import { useHotkeys } from "./use-hotkeys";

const places: Record<string, [string, string]> = {
  t: ["/", "Today"],
  r: ["/review", "Review"],
  c: ["/campaigns", "Campaigns"],
  k: ["/calendar", "Scheduled"],
  p: ["/contacts", "Contacts"],
  e: ["/templates", "Templates"],
  s: ["/settings/members", "Team & settings"],
};

const groups: [string, [string, string][]][] = [
  [
    "Everywhere",
    [
      ...Object.entries(places).map(([key, [, name]]): [string, string] => [`G ${key.toUpperCase()}`, name]),
      ["W", "Write, to whom is open or chosen"],
      ["/", "Search this page"],
      ["⌘ .", "Stop all sending"],
      ["?", "These keys"],
      ["Esc", "Close"],
    ],
  ],
  [
    "Review",
    [
      ["J K", "Next, previous"],
      ["S", "Sign and next"],
      ["⇧ S", "Sign all that pass"],
      ["E", "Edit, then ⌘↵ keeps and Esc leaves"],
      ["X", "Reject, then a reason 1 to 5"],
      ["D", "Difference after an edit"],
      ["⌘ Z", "Take back"],
    ],
  ],
  [
    "Write",
    [
      ["⌥ ← →", "The person before, the next"],
      ["⌘ ↵", "Sign, with the words of the green button"],
      ["⌘ Z", "Take back"],
    ],
  ],
  ["A campaign", [["P", "Pause and resume"]]],
  [
    "Scheduled",
    [
      ["J K", "Next, previous"],
      ["↵", "Send now"],
      ["T", "Other time"],
      ["⌫", "Cancel"],
      ["X", "Select"],
      ["⌘ Z", "Take back"],
    ],
  ],
];

const opening = "countersign:keys";

/** The page that writes to whom this page is about or who is chosen on it, and leads back here. */
function writeHere(): string {
  const to = document.querySelector<HTMLElement>("main [data-write]")?.dataset.write;
  return writeTo(to ? to.split(",") : [], location.pathname + location.search);
}

/** Opens the list of keys, for those who switched the letters off or have no keyboard at hand. */
export function openKeys(): void {
  window.dispatchEvent(new Event(opening));
}

/** Keys that work on every page, and the list of all keys after `?`. */
export function Shortcuts({ mayWrite }: { mayWrite: boolean }) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const [rest, setRest] = useState(false);
  const command = useCommandKey();
  useEffect(() => {
    setRest(lettersRest());
    const open = () => setOpened(true);
    window.addEventListener(opening, open);
    return () => window.removeEventListener(opening, open);
  }, []);
  useHotkeys(
    {
      ...Object.fromEntries(Object.entries(places).map(([key, [address]]) => [`g ${key}`, () => router.push(address)])),
      w: mayWrite && (() => router.push(writeHere())),
      "?": () => setOpened(true),
      "/": () => {
        const search = document.querySelector<HTMLInputElement>('main input[type="search"]');
        search?.focus();
        return search !== null;
      },
    },
    // Before the pages' own letters: the letter after G is not theirs.
    { first: true },
  );
  return (
    <Modal opened={opened} onClose={() => setOpened(false)} title="Keys" radius={14} size={620} centered>
      <div className={classes.groups}>
        {groups.map(([name, keys]) => (
          <section key={name}>
            <h3>{name}</h3>
            <dl>
              {keys.map(([key, what]) => (
                <div key={key}>
                  <dt>
                    <kbd>{key.replace("⌘", command)}</kbd>
                  </dt>
                  <dd>{what.replace("⌘↵", `${command} ↵`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Switch
        mt={20}
        color="var(--ink)"
        label="Letters act as keys"
        description="Off, for those who speak to the computer; Ctrl and ⌘ go on working."
        checked={!rest}
        onChange={(event) => {
          restLetters(!event.currentTarget.checked);
          setRest(!event.currentTarget.checked);
        }}
      />
    </Modal>
  );
}
