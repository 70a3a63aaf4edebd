/**
 * The expressions Inngest's own servers and this one understand alike: paths from `event` and `async`, literals, `==`, `!=`, `&&`, `||`, `!`,
 * parentheses, and `+` between texts for keys. A missing field is null, numbers compare by value. Anything else is an error at sync.
 */
export type Expression =
  | { kind: "literal"; value: unknown }
  | { kind: "path"; path: string[] }
  | { kind: "not"; of: Expression }
  | { kind: "binary"; op: Operator; left: Expression; right: Expression };
type Operator = "==" | "!=" | "&&" | "||" | "+";
type Scope = { event: unknown; async?: unknown };

const token =
  /\s*(==|!=|&&|\|\||[!()+]|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?\d+(?:\.\d+)?(?![\w.])|[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*)/y;
const levels: readonly (readonly string[])[] = [["||"], ["&&"], ["==", "!="], ["+"]];

/** @throws Error with a sentence naming what is not understood. */
export function parseExpression(text: string): Expression {
  const tokens = tokenize(text);
  let place = 0;
  const level = (depth: number): Expression => {
    const operators = levels[depth];
    if (!operators) return unary();
    let left = level(depth + 1);
    while (operators.includes(tokens[place] ?? "")) {
      const op = tokens[place++] as Operator;
      left = { kind: "binary", op, left, right: level(depth + 1) };
    }
    return left;
  };
  const unary = (): Expression => {
    const next = tokens[place++];
    if (next === "!") return { kind: "not", of: unary() };
    if (next === "(") {
      const inner = level(0);
      if (tokens[place++] !== ")") throw new Error(`"${text}" lacks a closing parenthesis.`);
      return inner;
    }
    if (next === undefined || !/^["'\w-]/.test(next)) throw notUnderstood(text, next ?? "its end");
    return operand(next, text);
  };
  const tree = level(0);
  if (place < tokens.length) throw notUnderstood(text, tokens[place] ?? "");
  return tree;
}

function tokenize(text: string): string[] {
  const tokens: string[] = [];
  const end = text.trimEnd().length;
  token.lastIndex = 0;
  while (token.lastIndex < end) {
    const from = token.lastIndex;
    const found = token.exec(text);
    if (!found) throw notUnderstood(text, text.slice(from).trim().slice(0, 20));
    tokens.push(found[1] ?? "");
  }
  return tokens;
}

function operand(next: string, text: string): Expression {
  if (/^["']/.test(next)) return { kind: "literal", value: next.slice(1, -1).replace(/\\(.)/g, "$1") };
  if (/^-?\d/.test(next)) return { kind: "literal", value: Number(next) };
  if (next === "true" || next === "false") return { kind: "literal", value: next === "true" };
  if (next === "null") return { kind: "literal", value: null };
  const path = next.split(".");
  if (path[0] !== "event" && path[0] !== "async")
    throw new Error(`"${text}" names "${next}"; only event.… and async.… are known.`);
  return { kind: "path", path };
}

const notUnderstood = (text: string, at: string) =>
  new Error(`"${text}" is not an expression the local executor understands (at ${at}).`);

/** What an expression says of a trigger event and, in waits and cancel rules, of the event that came later. */
export function evaluate(node: Expression, scope: Scope): unknown {
  if (node.kind === "literal") return node.value;
  if (node.kind === "path") return read(node.path.slice(1), node.path[0] === "async" ? scope.async : scope.event);
  if (node.kind === "not") return !evaluate(node.of, scope);
  const left = evaluate(node.left, scope);
  if (node.op === "&&") return Boolean(left) && Boolean(evaluate(node.right, scope));
  if (node.op === "||") return left || evaluate(node.right, scope);
  const right = evaluate(node.right, scope);
  if (node.op === "+")
    return typeof left === "number" && typeof right === "number" ? left + right : `${left ?? ""}${right ?? ""}`;
  return (node.op === "==") === (JSON.stringify(left) === JSON.stringify(right));
}

/** The first `event.X == async.Y` among the parts joined by `&&`, by which a later event is found without looking at every wait. */
export function findEquality(node: Expression): { eventPath: string[]; asyncPath: string[] } | undefined {
  if (node.kind !== "binary") return undefined;
  if (node.op === "&&") return findEquality(node.left) ?? findEquality(node.right);
  if (node.op !== "==" || node.left.kind !== "path" || node.right.kind !== "path") return undefined;
  const sides = [node.left.path, node.right.path];
  const eventPath = sides.find((path) => path[0] === "event");
  const asyncPath = sides.find((path) => path[0] === "async");
  return eventPath && asyncPath ? { eventPath: eventPath.slice(1), asyncPath: asyncPath.slice(1) } : undefined;
}

/** The value at a path, null where a field is missing. */
export function read(path: string[], from: unknown): unknown {
  let value = from;
  for (const name of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name)) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? null;
}

/** How one field of an event is written in the index of waits; undefined for what has no simple value. */
export function matchKey(path: string[], value: unknown): string | undefined {
  const simple = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return simple ? JSON.stringify([...path, value]) : undefined;
}

/** Every match key that an event can answer to: its simple fields, to a depth of five. */
export function matchKeys(event: unknown, path: string[] = []): string[] {
  if (typeof event !== "object" || event === null || Array.isArray(event) || path.length > 4) return [];
  return Object.entries(event).flatMap(([name, value]) => {
    const key = matchKey([...path, name], value);
    return key === undefined ? matchKeys(value, [...path, name]) : [key];
  });
}
