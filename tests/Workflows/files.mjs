// Which files the paths of an artifact mean, and where its archive starts.
import { existsSync, readdirSync, statSync } from "node:fs";
import { basename, dirname, join, resolve, sep } from "node:path";

const MAGIC = /[*?[]/;

/**
 * As upload-artifact chooses them (https://github.com/actions/upload-artifact: src/shared/search.ts): below the longest part of a path
 * that has no wildcard; with several paths the archive starts in the folder that all of them share.
 * @returns Absolute paths, and the root of the archive.
 */
export function findFiles(folder, patterns, hidden = true) {
  const wanted = patterns.filter((pattern) => !pattern.startsWith("!")).map((pattern) => resolve(folder, pattern));
  const unwanted = patterns.filter((pattern) => pattern.startsWith("!")).map((pattern) => toExpression(resolve(folder, pattern.slice(1))));
  const starts = wanted.map(startOf);
  const roots = [...new Set(starts)].filter((start) => !starts.some((other) => other !== start && start.startsWith(other + sep)));
  const expressions = wanted.map(toExpression);
  const files = roots.flatMap((root) => walk(root, hidden))
    .filter((file) => expressions.some((wish) => wish.test(file)) && !unwanted.some((wish) => wish.test(file)))
    .sort();
  return { files, root: rootOf(roots, files) };
}

function rootOf(roots, files) {
  if (roots.length > 1) {
    const parts = roots.map((root) => root.split(sep));
    const length = parts[0].findIndex((part, at) => parts.some((other) => other[at] !== part));
    return parts[0].slice(0, length < 0 ? undefined : length).join(sep) || sep;
  }
  return files.length === 1 && files[0] === roots[0] ? dirname(roots[0]) : roots[0];
}

function startOf(pattern) {
  const parts = pattern.split(sep);
  const at = parts.findIndex((part) => MAGIC.test(part));
  return at < 0 ? pattern : parts.slice(0, at).join(sep) || sep;
}

// What a pattern means means everything below it, too.
function toExpression(pattern) {
  const text = pattern.split(sep).map((part) => part === "**" ? "**" : part
    .replace(/[.+^${}()|\\]/g, "\\$&").replace(/\*/g, "[^/]*").replace(/\?/g, "[^/]"));
  return new RegExp(`^${text.join("/").replaceAll("**/", "(?:.*/)?").replaceAll("**", ".*")}(?:/.*)?$`);
}

function walk(path, hidden) {
  if (!existsSync(path) || (!hidden && basename(path).startsWith("."))) {
    return [];
  }
  return statSync(path).isDirectory() ? readdirSync(path).flatMap((name) => walk(join(path, name), hidden)) : [path];
}
