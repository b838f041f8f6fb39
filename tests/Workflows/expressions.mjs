// Expressions of workflows, computed by GitHub's own evaluator.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { data, Evaluator, Lexer, Parser } from "@actions/expressions";
import { findFiles } from "./files.mjs";

const STATUS = ["success", "failure", "cancelled", "always"];
const CONTEXTS = ["github", "env", "vars", "job", "steps", "runner", "secrets", "strategy", "matrix", "needs", "inputs"];

/**
 * Computes the text between ${{ and }}.
 * @param scope Contexts by name, and `status` (success, failure or cancelled) and `workspace` for the functions that ask for them.
 */
export function evaluate(text, scope) {
  const calls = {
    success: () => new data.BooleanData(scope.status === "success"),
    failure: () => new data.BooleanData(scope.status === "failure"),
    cancelled: () => new data.BooleanData(scope.status === "cancelled"),
    always: () => new data.BooleanData(true),
    hashfiles: (...patterns) => new data.StringData(hashFiles(scope.workspace, patterns.map((pattern) => pattern.coerceString()))),
  };
  const functions = new Map(Object.entries(calls).map(([name, call]) =>
    [name, { name, description: "", minArgs: name === "hashfiles" ? 1 : 0, maxArgs: name === "hashfiles" ? 255 : 0, call }]));
  const contexts = Object.fromEntries(CONTEXTS.map((name) => [name, scope[name] ?? {}]));
  const tree = new Parser(new Lexer(text).lex().tokens, CONTEXTS, [...functions.values()]).parse();
  return new Evaluator(tree, toData(contexts), functions).evaluate();
}

/** Fills the expressions of a text, or of all texts in a list or mapping; one that is an expression as a whole keeps its type. */
export function fill(value, scope) {
  if (Array.isArray(value)) {
    return value.map((item) => fill(item, scope));
  }
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fill(item, scope)]));
  }
  if (typeof value !== "string") {
    return value;
  }
  const whole = value.match(/^\s*\$\{\{((?:(?!\}\}).)*)\}\}\s*$/s);
  return whole
    ? fromData(evaluate(whole[1], scope))
    : value.replace(/\$\{\{(.*?)\}\}/gs, (_, text) => evaluate(text, scope).coerceString());
}

/** Whether an `if:` holds; without a word about failures it asks for none. */
export function holds(condition, scope) {
  const text = String(condition ?? "success()").replace(/^\s*\$\{\{(.*)\}\}\s*$/s, "$1");
  const asks = new RegExp(`\\b(${STATUS.join("|")})\\s*\\(`, "i").test(text);
  const result = evaluate(asks ? text : `success() && (${text})`, scope);
  return !(result.kind === data.Kind.Null || ["", "0", "false"].includes(result.coerceString()));
}

const toData = (value) => JSON.parse(JSON.stringify(value), data.reviver);
const fromData = (value) => JSON.parse(JSON.stringify(value, data.replacer));

function hashFiles(workspace, patterns) {
  const { files } = findFiles(workspace, patterns);
  const digests = files.map((file) => createHash("sha256").update(readFileSync(file)).digest());
  return files.length === 0 ? "" : createHash("sha256").update(Buffer.concat(digests)).digest("hex");
}
