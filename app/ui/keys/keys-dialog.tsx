"use client";

import { Modal, Switch } from "@mantine/core";
import { useEffect, useState } from "react";
import { lettersRest, restLetters } from "./letters";
import { places } from "./places";
import classes from "./shortcuts.module.css";
import { useCommandKey } from "./use-command-key";

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
    "Replies",
    [
      ["J K", "Next, previous"],
      ["R", "Answer, then ⌘↵ sends and Esc leaves"],
      ["1 to 4", "Interested, Later, Not interested, Wrong person"],
      ["A", "Assign"],
      ["Z", "Snooze"],
      ["E", "Done"],
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
    "Contacts",
    [
      ["Space", "Choose, on a box"],
      ["Esc", "Let go of all who are chosen"],
      ["⌘ Z", "Take back"],
    ],
  ],
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

/** The list of all keys. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const [rest, setRest] = useState(false);
  const command = useCommandKey();
  useEffect(() => setRest(lettersRest()), []);
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" radius={14} size={880} centered>
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
