import { type EventData, type EventName, eventSchemas } from "../lib/events/event-schemas";

/** The data of an event that arrived. @throws ZodError when it is not of that event: such a run fails at once and is seen. */
export function dataOf<Name extends EventName>(name: Name, event: { data: unknown }): EventData<Name> {
  return eventSchemas[name].parse(event.data) as EventData<Name>;
}
