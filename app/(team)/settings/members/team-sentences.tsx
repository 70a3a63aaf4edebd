"use client";

import { Button } from "@mantine/core";
import { IconPencil } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { SelectZone } from "@/app/ui/fields/select-zone";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { useOpened } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import type { TeamRow } from "@/lib/team/read-members";
import classes from "../settings.module.css";
import { changeTeamAction } from "./actions";

const loadForm = async () => (await import("./address-form")).AddressForm;

const policies = [
  { value: "off", label: "Off", said: "cannot join", about: "Nobody new gets in." },
  { value: "ask", label: "Ask", said: "asks to join", about: "An administrator answers each one." },
  { value: "automatic", label: "Automatic", said: "joins at once", about: "Everyone of the organisation, at once." },
] as const;
const roles = [
  { value: "viewer", label: "Viewer", said: "a viewer", about: "reads everything, changes nothing" },
  { value: "member", label: "Member", said: "a member", about: "also edits, signs, launches, stops" },
] as const;

function idleChoice({ days, ends }: TeamRow["idleChoices"][number]) {
  const about = ends === 0 ? "ends no sign-in of now" : `ends ${ends} ${ends === 1 ? "sign-in" : "sign-ins"} of now`;
  return { value: String(days), label: days === 1 ? "1 day" : `${days} days`, about };
}

/** What holds for the whole team, as sentences whose values can be changed. */
export function TeamSentences(props: {
  team: TeamRow;
  domain: string;
  manages: boolean;
  zones: string[];
  /** What concerns the reader alone, beside the team's clock. */
  children: ReactNode;
}) {
  const { team, domain, manages, zones } = props;
  const { act, busy, problem } = useAct();
  const [editing, setEditing] = useState(false);
  const { part: AddressForm, near, press } = useOpened(loadForm);
  const edit = () => {
    press();
    setEditing(true);
  };
  return (
    <aside className={classes.aside} aria-label="How the team is set up">
      <section>
        <h2>How people join</h2>
        <p className={classes.sentence}>
          Whoever signs in from <strong>{domain}</strong>{" "}
          <LaterPick
            name="How people join"
            value={team.joinPolicy}
            choices={policies}
            disabled={!manages || busy}
            onPick={(joinPolicy) => act(() => changeTeamAction({ joinPolicy }))}
          />
          {team.joinPolicy !== "off" && (
            <>
              {" and starts as "}
              <LaterPick
                name="First role"
                value={team.joinRole}
                choices={roles}
                disabled={!manages || busy}
                onPick={(joinRole) => act(() => changeTeamAction({ joinRole }))}
              />
            </>
          )}
          .
        </p>
      </section>
      <section>
        <h2>Sessions</h2>
        <p className={classes.sentence}>
          A sign-in lasts <strong>30 days</strong>, ends when nobody used it for{" "}
          <LaterPick
            name="Ends unused after"
            value={String(team.idleDays)}
            choices={team.idleChoices.map(idleChoice)}
            disabled={!manages || busy}
            onPick={(days) => act(() => changeTeamAction({ idleDays: Number(days) }))}
          />
          , and can be ended here at any time.
        </p>
      </section>
      <section>
        <h2>The team’s days</h2>
        <p className={classes.sentence}>Today, and the numbers of a day, are counted in</p>
        <SelectZone
          aria-label="Time zone of the team"
          zones={zones}
          value={team.timezone}
          allowDeselect={false}
          disabled={!manages || busy}
          onChange={(timezone) => timezone && act(() => changeTeamAction({ timezone }))}
        />
      </section>
      {props.children}
      <section>
        <h2>Under every mail</h2>
        <p className={classes.sentence}>The team’s name and postal address are</p>
        {AddressForm && editing ? (
          <AddressForm
            name={team.name}
            address={team.postalAddress ?? ""}
            busy={busy}
            onLeave={() => setEditing(false)}
            onKeep={(name, postalAddress) =>
              act(
                () => changeTeamAction({ name, postalAddress }),
                () => setEditing(false),
              )
            }
          />
        ) : (
          <div className={classes.letter}>
            <div className={classes.acts} style={{ float: "right" }}>
              {manages && (
                <Button
                  variant="subtle"
                  color="gray"
                  c="var(--ink-2)"
                  size="compact-sm"
                  leftSection={<IconPencil size={16} stroke={1.7} />}
                  onPointerEnter={near}
                  onFocus={near}
                  onClick={edit}
                >
                  Edit
                </Button>
              )}
            </div>
            <span className={classes.address}>
              {team.name}
              {"\n"}
              {team.postalAddress ?? "no postal address yet"}
            </span>
          </div>
        )}
        <p className={classes.caption}>
          Without it nothing can be launched or signed. Mails already signed keep the address they were signed with.
        </p>
        <Problem className={classes.problem}>{problem}</Problem>
      </section>
    </aside>
  );
}
