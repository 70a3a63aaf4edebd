"use client";

import { SegmentedControl } from "@mantine/core";
import { IconChevronLeft } from "@tabler/icons-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { SavedWord } from "@/app/ui/act/saved-word";
import { useAct } from "@/app/ui/act/use-act";
import { useAutosave } from "@/app/ui/act/use-autosave";
import { useFoundOver } from "@/app/ui/act/use-found-over";
import { RichText } from "@/app/ui/editor/rich-text";
import { Problem } from "@/app/ui/problem/problem";
import type { TemplateView } from "@/lib/templates/read-template";
import { sayRemoved } from "../say-removed";
import { deleteTemplateAction, editTemplateAction, switchTemplateAction, takeBackTemplateAction } from "./actions";
import { DeleteTemplate } from "./delete-template";
import { OnOff } from "./on-off";
import { TemplateMail } from "./template-mail";
import { TemplateUses } from "./template-uses";
import classes from "./templates.module.css";

type Texts = { name?: string; subject?: string; body?: string };
type Props = { template: TemplateView; changed: ReactNode; mayEdit: boolean };

/** Name, subject and text of one template, saved by themselves, beside the mail they make. */
export function TemplateEditor({ template, changed, mayEdit }: Props) {
  const router = useRouter();
  const { act, busy, problem } = useAct();
  const [shown, setShown] = useState("text");
  const [revision, setRevision] = useState(0);
  const [nameless, setNameless] = useState(false);
  const templateId = template.id;

  // What was refused goes along with the next change, so that a field put right saves the others too.
  const unsaved = useRef<Texts>({});
  const autosave = useAutosave<Texts & { templateId: string }>(
    async (change) => {
      const result = await editTemplateAction(change);
      if (result.ok) {
        for (const field of ["name", "subject", "body"] as const)
          if (unsaved.current[field] === change[field]) delete unsaved.current[field];
      }
      return result;
    },
    () => {
      setRevision((before) => before + 1);
      router.refresh();
    },
    `template ${templateId}`,
  );
  const { found } = autosave;
  useEffect(() => {
    if (found) unsaved.current = { ...found, ...unsaved.current };
  }, [found]);
  const shownTexts = useFoundOver(template, found);
  const change = (texts: Texts) => {
    unsaved.current = { ...unsaved.current, ...texts };
    autosave.change({ templateId, ...unsaved.current });
  };
  const wrong: Record<string, string | undefined> = { ...template.problems, ...autosave.fields };
  const elsewhere = autosave.problem && Object.keys(autosave.fields).length === 0 ? autosave.problem : problem;

  return (
    <div className={classes.open} data-shown={shown}>
      <section className={classes.form} aria-label={template.name}>
        <Link href="/templates" className={classes.back}>
          <IconChevronLeft size={16} stroke={1.7} aria-hidden /> All templates
        </Link>
        <div className={classes.title}>
          <input
            aria-label="Name of the template"
            className={classes.name}
            key={found ? "found" : "served"}
            defaultValue={shownTexts.name}
            maxLength={80}
            disabled={!mayEdit}
            aria-invalid={nameless}
            onChange={(event) => {
              const name = event.currentTarget.value;
              setNameless(name.trim() === "");
              if (name.trim() === "") delete unsaved.current.name;
              else change({ name });
            }}
          />
          <OnOff
            name={`Offer ${template.name} to new steps`}
            label={template.on ? "On" : "Off"}
            on={template.on}
            disabled={!mayEdit || busy}
            onSwitch={(on) =>
              act(async () => {
                await autosave.flush();
                return switchTemplateAction({ templateId, on });
              })
            }
          />
          {mayEdit && (
            <DeleteTemplate
              busy={busy}
              onDelete={() =>
                act(async () => {
                  await autosave.flush();
                  const result = await deleteTemplateAction({ templateId });
                  if (result.ok) {
                    sayRemoved(`${template.name} is deleted. No campaign changes.`, {
                      name: template.name,
                      removal: result.data,
                      takeBack: takeBackTemplateAction,
                      onBack: () => router.push(`/templates/${templateId}`),
                    });
                    router.replace("/templates");
                  }
                  return result;
                })
              }
            />
          )}
        </div>
        {(nameless || wrong.name) && <Wrong sentence={wrong.name ?? "A template needs a name."} />}
        <p className={classes.changed}>
          <span>
            Changed {changed}. {template.on ? "A step starts as a copy of it." : "Off, so new steps are not offered it."}
          </span>
          <SavedWord pending={autosave.pending} saved={autosave.saved} className={classes.saved} />
        </p>
        <Problem ground className={classes.problem}>
          {elsewhere}
        </Problem>
        <div className={classes.sides}>
          <SegmentedControl
            aria-label="Text or mail"
            fullWidth
            value={shown}
            onChange={setShown}
            data={[
              { value: "text", label: "Text" },
              { value: "mail", label: "Mail" },
            ]}
          />
        </div>
        <div className={classes.texts}>
          <RichText
            label="Subject"
            single
            value={shownTexts.subject}
            fields={template.fields}
            disabled={!mayEdit}
            placeholder="What is it about?"
            onChange={(subject) => change({ subject })}
          />
          {wrong.subject && <Wrong sentence={wrong.subject} />}
          <RichText
            label="Text"
            value={shownTexts.body}
            fields={template.fields}
            disabled={!mayEdit}
            placeholder="Write the mail. Type { for a field."
            onChange={(body) => change({ body })}
          />
          {wrong.body && <Wrong sentence={wrong.body} />}
          <p className={classes.caption}>The signature block of the mailbox and the unsubscribe line are added below.</p>
          <TemplateUses uses={template.uses} />
        </div>
      </section>
      <div className={classes.mail}>
        <TemplateMail templateId={templateId} lists={template.lists} revision={revision} />
      </div>
    </div>
  );
}

function Wrong({ sentence }: { sentence: string }) {
  return <Problem className={classes.wrong}>{sentence}</Problem>;
}
