"use client";

import { Button, Select, TextInput } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAct } from "@/app/ui/act/use-act";
import { createCampaignAction } from "./actions";
import classes from "./new.module.css";

/** The two things a campaign begins with. */
export function NewCampaign({ lists, listId }: { lists: { id: string; name: string; people: number }[]; listId: string | null }) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [name, setName] = useState("");
  const [list, setList] = useState<string | null>(listId ?? lists[0]?.id ?? null);
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        act(async () => {
          const result = await createCampaignAction({ name, listId: list });
          if (result.ok) router.push(`/campaigns/${result.data}`);
          return result;
        });
      }}
    >
      <TextInput
        label="Name"
        value={name}
        maxLength={120}
        autoFocus
        placeholder="Warehouses, spring"
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {lists.length > 0 ? (
        <Select
          label="To"
          data={lists.map((one) => ({ value: one.id, label: `${one.name}, ${one.people.toLocaleString("en")} people` }))}
          value={list}
          onChange={setList}
          clearable
        />
      ) : (
        <p className={classes.lead}>There is no list of contacts yet. You can write the mails first and upload contacts later.</p>
      )}
      <Button
        type="submit"
        color="var(--ink)"
        {...(name.trim() === "" ? {} : { c: "var(--on-primary)" })}
        h={40}
        loading={busy}
        disabled={name.trim() === ""}
      >
        Make this campaign
      </Button>
    </form>
  );
}
