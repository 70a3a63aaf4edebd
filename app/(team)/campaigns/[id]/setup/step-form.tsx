"use client";

import { ActionIcon, Button, Menu, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconMail, IconTrash } from "@tabler/icons-react";
import type { Setup } from "@/lib/campaigns/setup/read-setup";
import type { SetupStep } from "@/lib/campaigns/setup/view-step";
import classes from "./setup.module.css";
import type { Shared } from "./state/use-shared";
import type { StepTexts as Texts } from "./state/use-texts";
import { Shareable, StepTexts } from "./step-texts";

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
  const { setup, step, modelConfigured, mayEdit, shared, timezone } = props;
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
          <Menu position="bottom-end" radius={12} shadow="lg">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label="More for this step">
                <IconDots size={18} stroke={1.7} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconMail size={16} stroke={1.7} />} onClick={props.onTestCopy}>
                Send a test copy to me
              </Menu.Item>
              {step.order > 1 && (
                <Menu.Item leftSection={<IconArrowUp size={16} stroke={1.7} />} onClick={() => props.onMove(-1)}>
                  Move up
                </Menu.Item>
              )}
              {step.order < setup.steps.length && (
                <Menu.Item leftSection={<IconArrowDown size={16} stroke={1.7} />} onClick={() => props.onMove(1)}>
                  Move down
                </Menu.Item>
              )}
              {setup.steps.length > 1 && (
                <Menu.Item leftSection={<IconTrash size={16} stroke={1.7} />} color="var(--stop)" onClick={props.onRemove}>
                  Remove this step
                </Menu.Item>
              )}
            </Menu.Dropdown>
          </Menu>
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
            <Select
              aria-label="Template the model takes tone and facts from"
              placeholder="Tone and facts from a template"
              size="xs"
              clearable
              disabled={!mayEdit}
              data={setup.templates.map((one) => ({ value: one.id, label: one.name }))}
              value={step.templateId}
              onChange={(templateId) => props.onWriter({ templateId })}
            />
            <span className={classes.caption}>
              The text below says what the mail is to say. What the model writes always waits for a signature.
            </span>
          </>
        )}
      </div>
      <StepTexts step={step} shared={shared} fields={setup.fields} timezone={timezone} mayEdit={mayEdit} />
      {mayEdit && texts.body.trim() === "" && setup.templates.length > 0 && (
        <Menu position="bottom-start" radius={12} shadow="lg">
          <Menu.Target>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconCopy size={16} stroke={1.7} />}
              style={{ justifySelf: "start" }}
            >
              Start from a template
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {setup.templates.map((template) => (
              <Menu.Item key={template.id} onClick={() => props.onStart(template.id)}>
                Copy of {template.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
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
