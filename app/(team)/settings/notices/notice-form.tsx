"use client";

import { Button } from "@mantine/core";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { EditValue } from "@/app/ui/fields/edit-value";
import { PickValue } from "@/app/ui/fields/pick-value";
import { Problem } from "@/app/ui/problem/problem";
import type { NoticeOwner } from "@/lib/notices/notice-target";
import type { NoticeMailbox, NoticeView } from "@/lib/notices/read-notices";
import settings from "../settings.module.css";
import { setOwnNoticesAction, setTeamNoticesAction, testOwnNoticesAction, testTeamNoticesAction } from "./notice-actions";
import classes from "./notices.module.css";
import { PasteWebhook } from "./paste-webhook";
import { TimeForm } from "./time-form";

const times = [
  { value: "never", label: "Never", said: "never", about: "as it is for everybody at first" },
  { value: "at once", label: "At once", said: "at once", about: "answers that come together are one message" },
  { value: "digest", label: "Once a day", said: "once a day", about: "all since the day before, in one message" },
] as const;
const abouts = [
  { value: "all", label: "All new answers", said: "all new answers" },
  { value: "mine", label: "Mine", said: "my new answers", about: "assigned to me, or to what I signed or my mailbox sent" },
] as const;

type Props = {
  whose: NoticeOwner;
  view: NoticeView;
  mailboxes: NoticeMailbox[];
  /** The mailbox that mail leaves from, unless somebody says another. */
  suggestedId: string | null;
};

/** How somebody is told, or the team's channel, as a sentence whose values can be changed; and a test of it. */
export function NoticeForm({ whose, view, mailboxes, suggestedId }: Props) {
  const { act, busy, problem } = useAct();
  const [tested, setTested] = useState<string | null>(null);
  const own = whose === "own";
  const save = own ? setOwnNoticesAction : setTeamNoticesAction;
  const change = (values: Parameters<typeof save>[0], after?: () => void) => {
    setTested(null);
    act(() => save(values), after);
  };
  const start = (when: NoticeView["when"]) => {
    if (when === "never" || !own || view.way === "teams" || view.senderAccountId) return change({ when });
    change(suggestedId ? { when, way: "mail", senderAccountId: suggestedId } : { when, way: "teams" });
  };
  const test = () => {
    setTested(null);
    act(async () => {
      const result = await (own ? testOwnNoticesAction({}) : testTeamNoticesAction({}));
      if (result.ok) setTested(result.data.says);
      return result;
    });
  };
  const isOn = view.when !== "never";
  const isReady = view.way === "teams" ? view.hasWebhook : view.senderAccountId !== null;
  return (
    <div className={classes.form}>
      <p className={settings.sentence}>
        {own ? "Tell me " : "Tell the channel "}
        <PickValue name="When" value={view.when} choices={times} disabled={busy} onPick={start} />
        {view.when === "digest" && (
          <>
            {" at "}
            <EditValue name="Time" text={view.digestAt} disabled={busy}>
              {(close) => <TimeForm time={view.digestAt} busy={busy} keep={(digestAt) => change({ digestAt }, close)} />}
            </EditValue>
          </>
        )}
        {" of "}
        {isOn && own ? (
          <PickValue name="Of which" value={view.about} choices={abouts} disabled={busy} onPick={(about) => change({ about })} />
        ) : (
          "new answers"
        )}
        {isOn && own && (
          <>
            {" by "}
            <PickValue
              name="By which way"
              value={view.way === "teams" ? "teams" : (view.senderAccountId ?? "teams")}
              choices={waysOf(mailboxes)}
              disabled={busy}
              onPick={(way) => change(way === "teams" ? { way: "teams" } : { way: "mail", senderAccountId: way })}
            />
          </>
        )}
        .
      </p>
      {isOn && view.way === "teams" && <PasteWebhook whose={whose} host={view.webhookHost} isThere={view.hasWebhook} />}
      {isOn && isReady && (
        <div className={classes.acts}>
          <Button variant="default" loading={busy} onClick={test}>
            Send a test
          </Button>
          <span role="status" className={classes.tested}>
            {tested}
          </span>
        </div>
      )}
      <Problem>{problem}</Problem>
    </div>
  );
}

function waysOf(mailboxes: NoticeMailbox[]) {
  const mails = mailboxes.map(({ id, email, hold, isRemoved }) => ({
    value: id,
    label: `Mail from ${email}`,
    said: `mail from ${email}`,
    about: isRemoved ? "disconnected" : hold ? "does not send at the moment" : "to my own address",
  }));
  return [
    ...mails,
    { value: "teams", label: "Microsoft Teams", said: "Microsoft Teams", about: "a channel or chat, by a workflow of mine" },
  ];
}
