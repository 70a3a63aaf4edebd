"use client";

import { Button } from "@mantine/core";
import { IconChevronDown, IconChevronUp, IconDots } from "@tabler/icons-react";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { LaterItems } from "@/app/ui/loading/later-items";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { useOpened } from "@/app/ui/loading/use-later";
import { Problem } from "@/app/ui/problem/problem";
import { toast } from "@/app/ui/toast/toast";
import classes from "../settings.module.css";
import { changeRoleAction, endSessionAction } from "./actions";
import { type PersonView, roleChoices } from "./role-words";

const loadRemove = async () => (await import("./remove-person")).RemovePerson;

/** The people of the team with their role in words and the sessions that can be ended. */
export function PeopleList({ people, manages }: { people: PersonView[]; manages: boolean }) {
  const { act, busy, problem } = useAct();
  const [open, setOpen] = useState<string | null>(null);
  const [removing, setRemoving] = useState<PersonView | null>(null);
  const { part: RemovePerson, press } = useOpened(loadRemove);
  const remove = (person: PersonView) => {
    press();
    setRemoving(person);
  };
  const endSession = (person: PersonView, session: PersonView["sessions"][number]) =>
    act(async () => {
      const result = await endSessionAction({ sessionId: session.id });
      if (result.ok)
        toast(`${person.you ? "You are" : `${person.name} is`} signed out of ${session.device}.`, {
          detail: "Signing in again is all it takes to come back.",
        });
      return result;
    });
  return (
    <>
      <Problem className={classes.problem}>{problem}</Problem>
      <div className={classes.card}>
        {people.map((person) => (
          <div key={person.id} className={classes.entry}>
            <div className={classes.row}>
              <span className={classes.face} aria-hidden="true">
                {person.name.charAt(0)}
              </span>
              <span className={classes.who}>
                {person.name}
                {person.you && <span className={classes.caption}> (you)</span>}
                <span className={classes.second}>{person.email}</span>
              </span>
              <span>
                <LaterPick
                  name={`Role of ${person.name}`}
                  value={person.role}
                  choices={roleChoices}
                  disabled={!manages || busy}
                  onPick={(role) => act(() => changeRoleAction({ memberId: person.id, role }))}
                />
                <span className={classes.second}>{roleChoices.find((choice) => choice.value === person.role)?.about}</span>
              </span>
              <span>
                {person.you ? "here now" : person.seen}
                <span className={classes.second}>{person.since}</span>
              </span>
              <span className={classes.acts}>
                {person.sessions.length > 0 && (
                  <Button
                    variant="subtle"
                    color="gray"
                    c="var(--ink-2)"
                    size="compact-sm"
                    aria-expanded={open === person.id}
                    onClick={() => setOpen(open === person.id ? null : person.id)}
                    rightSection={
                      open === person.id ? <IconChevronUp size={14} stroke={1.7} /> : <IconChevronDown size={14} stroke={1.7} />
                    }
                  >
                    {person.sessions.length === 1 ? "1 session" : `${person.sessions.length} sessions`}
                  </Button>
                )}
                {manages && !person.you && (
                  <LaterItems items={[{ key: "remove", words: "Remove from the team", onPick: () => remove(person) }]}>
                    <Button
                      variant="subtle"
                      color="gray"
                      c="var(--ink-2)"
                      size="compact-sm"
                      aria-label={`More for ${person.name}`}
                    >
                      <IconDots size={16} stroke={1.7} />
                    </Button>
                  </LaterItems>
                )}
              </span>
            </div>
            {open === person.id && (
              <ul className={classes.sessions}>
                {person.sessions.map((session) => (
                  <li key={session.id}>
                    <span>
                      <strong>{session.device}</strong> <span className={classes.caption}>{session.times}</span>
                    </span>
                    {session.here ? (
                      <span className={classes.caption}>this one</span>
                    ) : (
                      manages && (
                        <Button variant="default" size="compact-sm" loading={busy} onClick={() => endSession(person, session)}>
                          End session
                        </Button>
                      )
                    )}
                  </li>
                ))}
              </ul>
            )}
          </div>
        ))}
      </div>
      {RemovePerson && removing && <RemovePerson key={removing.id} person={removing} onClose={() => setRemoving(null)} />}
    </>
  );
}
