import {
  IconAtOff,
  IconBan,
  IconBeach,
  IconCalendarCog,
  IconCalendarEvent,
  IconClock,
  IconFileSpreadsheet,
  IconFlag,
  IconHandStop,
  IconMailExclamation,
  IconMailPause,
  IconMailX,
  IconMessageCircle,
  IconPencil,
  IconRobot,
  IconSend,
  IconShieldX,
  IconUserCheck,
  IconUserQuestion,
  IconUsers,
  IconX,
} from "@tabler/icons-react";
import { SealTick } from "@/app/ui/seal/seal-tick";
import type { Happened } from "@/lib/contacts/story/happened";

/** What kind of thing happened, at a glance. */
export function Sign({ event: { kind, otherwise, place, title } }: { event: Happened }) {
  const icon = { size: 18, stroke: 1.7, "aria-hidden": true } as const;
  switch (kind) {
    case "sent":
      return otherwise ? <IconMailExclamation {...icon} color="var(--stop)" /> : <SealTick />;
    case "reply":
      return <IconMessageCircle {...icon} color="var(--reply)" />;
    case "meeting":
      return <IconCalendarEvent {...icon} color="var(--reply)" />;
    case "automatic":
      return place === "away" ? <IconBeach {...icon} /> : <IconRobot {...icon} />;
    case "bounce":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "soft_bounce":
      return place === "policy" ? (
        <IconShieldX {...icon} color="var(--stop)" />
      ) : place === "delayed" ? (
        <IconClock {...icon} />
      ) : (
        <IconMailPause {...icon} />
      );
    case "complaint":
      return <IconFlag {...icon} color="var(--stop)" />;
    case "ended":
      return title === "company answered" ? <IconUsers {...icon} /> : <IconHandStop {...icon} />;
    case "unsubscribe":
    case "suppressed":
      return <IconBan {...icon} />;
    case "lifted":
      return <IconUserCheck {...icon} />;
    case "stopped a contact":
    case "took a stop back":
      return <IconHandStop {...icon} />;
    case "changed a hold":
      return <IconCalendarCog {...icon} />;
    case "rejected":
    case "cancelled a mail":
    case "took a cancelling back":
      return <IconX {...icon} />;
    case "not sent":
      return <IconMailX {...icon} color="var(--stop)" />;
    case "enrolled":
      return <IconSend {...icon} />;
    case "let a campaign go on":
      return <IconCalendarCog {...icon} />;
    case "added who was named":
      return <IconUserCheck {...icon} />;
    case "edited a contact":
      return <IconPencil {...icon} />;
    case "placed a message":
      return <IconUserQuestion {...icon} />;
    case "removed an address":
      return <IconAtOff {...icon} />;
    default:
      return <IconFileSpreadsheet {...icon} />;
  }
}
