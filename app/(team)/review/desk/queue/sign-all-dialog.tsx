"use client";

import { Button, Modal } from "@mantine/core";
import { IconAlertTriangle, IconEyeOff, IconList, IconPencil } from "@tabler/icons-react";
import { useRef } from "react";
import { CommandKey } from "@/app/ui/keys/command-key";
import { once, useHotkeys } from "@/app/ui/keys/use-hotkeys";
import { sayCount } from "@/app/ui/words/count-words";
import type { Asked } from "@/lib/drafts/sign-all/ask-to-sign";
import classes from "./sign-all-dialog.module.css";
import { sayChangedSince } from "./signing-words";

type Props = { asked: Asked | null; busy: boolean; onClose: () => void; onConfirm: () => void };

const icon = { size: 16, stroke: 1.7, "aria-hidden": true } as const;

/** What signing all would be, before it is done. */
export function SignAllDialog({ asked, busy, onClose, onConfirm }: Props) {
  // It closes as it stood, not empty.
  const last = useRef(asked);
  if (asked) last.current = asked;
  return (
    <Modal
      opened={asked !== null}
      onClose={onClose}
      title={last.current?.passing === 0 ? "Nothing to sign as it was shown" : `Sign ${drafts(last.current?.passing ?? 0)}?`}
      size={560}
      withCloseButton={false}
    >
      {last.current && <Asks asked={last.current} busy={busy} onClose={onClose} onConfirm={onConfirm} />}
    </Modal>
  );
}

const drafts = (count: number) => sayCount(count, "draft", "drafts");
const number = (count: number) => count.toLocaleString("en");

function Asks({ asked, busy, onClose, onConfirm }: Props & { asked: Asked }) {
  const { passing, unopened, unlisted, failing, changed } = asked;
  // The safe button has the focus, so that no Enter out of habit signs them.
  useHotkeys({ s: once(() => passing > 0 && !busy && onConfirm()) }, { of: "dialog" });
  return (
    <>
      <p className={classes.lead}>
        {passing > 0
          ? "They pass their checks and are signed in your name, exactly as they stand now. Whatever somebody changes before its turn waits."
          : "What waits does not pass its checks, or is another than you saw. Look at the list and ask again."}
      </p>
      <ul className={classes.facts}>
        {unopened > 0 && (
          <li>
            <IconEyeOff {...icon} />
            {unopened === passing ? "You have opened none of them" : `You have not opened ${number(unopened)} of them`}
          </li>
        )}
        {unlisted > 0 && (
          <li>
            <IconList {...icon} />
            {number(unlisted)} of them {unlisted === 1 ? "comes" : "come"} after those that the list shows
          </li>
        )}
        {failing > 0 && (
          <li>
            <IconAlertTriangle {...icon} className={classes.warns} />
            {number(failing)} {failing === 1 ? "does not pass and waits" : "do not pass and wait"} for you
          </li>
        )}
        {changed.map((one) => (
          <li key={one.by ?? ""}>
            <IconPencil {...icon} />
            {sayChangedSince(one)}
          </li>
        ))}
      </ul>
      <div className={classes.foot}>
        <span>
          {passing > 0 && (
            <>
              Can be taken back as one
              <span className={classes.key}>
                {" "}
                with <CommandKey with="Z" />
              </span>
            </>
          )}
        </span>
        <span className={classes.acts}>
          <Button variant="default" onClick={onClose} data-autofocus>
            {passing > 0 ? "Not yet" : "Close"} <kbd>Esc</kbd>
          </Button>
          {passing > 0 && (
            <Button color="var(--seal)" c="var(--on-seal)" disabled={busy} aria-busy={busy} onClick={onConfirm}>
              Sign {number(passing)} <kbd>S</kbd>
            </Button>
          )}
        </span>
      </div>
    </>
  );
}
