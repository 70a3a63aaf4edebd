"use client";

import { useEffect, useState } from "react";
import { MailPreview } from "@/app/ui/letter/mail-preview";
import { LaterPick } from "@/app/ui/loading/later-pick";
import { Problem } from "@/app/ui/problem/problem";
import type { MailPreview as Preview } from "@/lib/templates/preview-mail";
import { previewTemplateAction } from "./actions";
import classes from "./templates.module.css";

const everybody = "all";

type Props = {
  templateId: string;
  lists: { id: string; name: string }[];
  /** Grows with each save: what is shown is what is kept. */
  revision: number;
};

/** The mail a template makes for one contact, chosen among all or of a list. */
export function TemplateMail({ templateId, lists, revision }: Props) {
  const [from, setFrom] = useState(everybody);
  const [index, setIndex] = useState(1);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [away, setAway] = useState(false);
  useEffect(() => {
    // An answer that comes after a newer question is not shown; `revision` asks again after each save.
    let newest = revision >= 0;
    previewTemplateAction({ templateId, listId: from === everybody ? null : from, index })
      .then((result) => {
        if (!newest) return;
        setAway(!result.ok);
        if (result.ok) setPreview(result.data);
      })
      .catch(() => newest && setAway(true));
    return () => {
      newest = false;
    };
  }, [templateId, from, index, revision]);
  return (
    <MailPreview
      preview={preview}
      nobody={from === everybody ? "Upload contacts to see the mail for a person." : "Nobody is on this list."}
      consequence="Such a mail cannot be signed before it is filled or has a fallback."
      onIndex={setIndex}
    >
      <Problem className={classes.wrong}>{away && "The mail cannot be shown at the moment. Your text is kept."}</Problem>
      {lists.length > 0 && (
        <p className={classes.from}>
          {"From "}
          <LaterPick
            name="Contacts"
            value={from}
            choices={[
              { value: everybody, label: "All contacts", said: "all contacts" },
              ...lists.map((list) => ({ value: list.id, label: list.name })),
            ]}
            onPick={(value) => {
              setFrom(value);
              setIndex(1);
            }}
          />
        </p>
      )}
    </MailPreview>
  );
}
