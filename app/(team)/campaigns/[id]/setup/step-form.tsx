"use client";

import { ActionIcon, Button, Menu, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconMail, IconTrash } from "@tabler/icons-react";
import { RichText } from "@/app/ui/editor/rich-text";
import type { Setup, SetupStep } from "@/lib/campaigns/setup/read-setup";
import classes from "./setup.module.css";

export type StepTexts = {
  name?: string;
  subject?: string;
  body?: string;
  writtenBy?: "template" | "model";
  templateId?: string | null;
};

type Props = {
  setup: Setup;
  step: SetupStep;
  modelConfigured: boolean;
  mayEdit: boolean;
  problem: string | null;
  onChange: (change: StepTexts) => void;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  onTestCopy: () => void;
  onStart: (templateId: string) => void;
};

/** One mail of the sequence: who writes it, its subject and its text. */
export function StepForm(props: Props) {
  const { setup, step, modelConfigured, mayEdit, problem, onChange } = props;
  return (
    <div className={classes.form}>
      <div className={classes.formHead}>
        <TextInput
          aria-label="Name of the step"
          variant="unstyled"
          className={classes.stepName}
          defaultValue={step.name}
          key={`name-${step.id}`}
          maxLength={80}
          disabled={!mayEdit}
          onChange={(event) => event.currentTarget.value.trim() && onChange({ name: event.currentTarget.value })}
          onBlur={(event) => {
            if (event.currentTarget.value.trim() === "") event.currentTarget.value = step.name;
          }}
        />
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
            onChange={(value) => onChange({ writtenBy: value === "model" ? "model" : "template" })}
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
              onChange={(templateId) => onChange({ templateId })}
            />
            <span className={classes.caption}>
              The text below says what the mail is to say. What the model writes always waits for a signature.
            </span>
          </>
        )}
      </div>
      <RichText
        key={`subject-${step.id}`}
        label="Subject"
        single
        value={step.subject}
        fields={setup.fields}
        disabled={!mayEdit}
        placeholder={step.order === 1 ? "What is it about?" : "Empty: answers in the same thread"}
        onChange={(subject) => onChange({ subject })}
      />
      {step.order > 1 && step.subject.trim() !== "" && (
        <p className={classes.note}>A subject of its own starts a new thread. Leave it empty to answer in the same one.</p>
      )}
      <RichText
        key={`body-${step.id}`}
        label="Text"
        value={step.body}
        fields={setup.fields}
        disabled={!mayEdit}
        placeholder="Write the mail. Type { for a field."
        onChange={(body) => onChange({ body })}
      />
      {mayEdit && step.body.trim() === "" && setup.templates.length > 0 && (
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
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
