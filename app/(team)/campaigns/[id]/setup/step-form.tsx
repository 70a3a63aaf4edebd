"use client";

import { ActionIcon, Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconCopy, IconDots } from "@tabler/icons-react";
import { LaterItems } from "@/app/ui/loading/later-items";
import { LaterPart } from "@/app/ui/loading/later-part";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import { LaterTone } from "./later-tone";
import classes from "./setup.module.css";
import type { Shared } from "./state/use-shared";
import type { StepTexts as Texts } from "./state/use-texts";
import { Shareable, StepTexts } from "./step-texts";

const loadMenu = async () => (await import("./step-menu")).StepMenu;

type Props = {
  setup: Setup;
  step: SetupStep;
  modelConfigured: boolean;
  mayEdit: boolean;
  shared: Shared<Texts>;
  timezone: string;
  onWriter: (change: { writtenBy: SetupStep["writtenBy"] } | { templateId: string | null }) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onTestCopy: () => void;
  onStart: (templateId: string) => void;
};

/** One mail of the sequence: who writes it, its subject and its text. */
export function StepForm(props: Props) {
  const { setup, step, modelConfigured, mayEdit, shared, timezone, onTestCopy, onMove, onRemove } = props;
  const texts = shared.view(step.id)?.texts ?? step;
  return (
    <div className={classes.form}>
      <div className={classes.formHead}>
        <Shareable step={step} shared={shared} field="name" what="the name of this step" timezone={timezone}>
          <TextInput
            aria-label="Name of the step"
            variant="unstyled"
            className={classes.stepName}
            value={texts.name}
            maxLength={80}
            disabled={!mayEdit}
            onChange={(event) => shared.change(step.id, { name: event.currentTarget.value })}
          />
        </Shareable>
        {mayEdit && (
          <LaterPart about={{ order: step.order, count: setup.steps.length, onTestCopy, onMove, onRemove }} load={loadMenu}>
            <ActionIcon variant="subtle" color="gray" aria-label="More for this step">
              <IconDots size={18} stroke={1.7} />
            </ActionIcon>
          </LaterPart>
        )}
      </div>
      <div className={classes.writer}>
        {modelConfigured ? (
          <SegmentedControl
            aria-label="Who writes the mails"
            size="xs"
            disabled={!mayEdit}
            value={step.writtenBy}
            data={[
              { value: "template", label: "From this text" },
              { value: "model", label: "Written for each contact" },
            ]}
            onChange={(value) => props.onWriter({ writtenBy: value === "model" ? "model" : "template" })}
          />
        ) : (
          <span className={classes.caption}>
            Each mail is this text, filled. With a model (OPENAI_API_KEY in the settings) it can be written for each contact.
          </span>
        )}
        {modelConfigured && step.writtenBy === "model" && (
          <>
            <LaterTone
              templates={setup.templates}
              chosen={step.templateId}
              disabled={!mayEdit}
              onPick={(templateId) => props.onWriter({ templateId })}
            />
            <span className={classes.caption}>
              The text below says what the mail is to say. What the model writes always waits for a signature.
            </span>
          </>
        )}
      </div>
      <StepTexts step={step} shared={shared} fields={setup.fields} timezone={timezone} mayEdit={mayEdit} />
      {mayEdit && texts.body.trim() === "" && setup.templates.length > 0 && (
        <LaterItems
          position="bottom-start"
          items={setup.templates.map(({ id, name }) => ({
            key: id,
            words: `Copy of ${name}`,
            onPick: () => props.onStart(id),
          }))}
        >
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconCopy size={16} stroke={1.7} />}
            style={{ justifySelf: "start" }}
          >
            Start from a template
          </Button>
        </LaterItems>
      )}
      <p className={classes.caption}>The signature block of the mailbox and the unsubscribe line are added below.</p>
      {shared.problem && (
        <p className={classes.problem} role="alert">
          {shared.problem}
        </p>
      )}
    </div>
  );
}
