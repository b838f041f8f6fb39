// Checks workflows: node check.mjs [--commands FILE] PATH...
// PATH is a workflow, an action.yml, or a folder with such files. FILE holds what ./build.sh --description and --help print.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join } from "node:path";
import { readKnown } from "./commands.mjs";
import { findErrors } from "./parser.mjs";
import { findFaults } from "./rules.mjs";

const args = process.argv.slice(2);
const commands = args[0] === "--commands" ? args.splice(0, 2)[1] : undefined;
if (args.length === 0) {
  console.error("Type: node check.mjs [--commands FILE] PATH...");
  process.exit(2);
}

const known = commands && readKnown(readFileSync(commands, "utf8"));
if (known && (known.options.size === 0 || known.targets.size === 0)) {
  console.error(`${commands} names no options or no targets: it has to hold what ./build.sh --description and --help print.`);
  process.exit(2);
}

const files = args.flatMap((path) => statSync(path).isDirectory()
  ? readdirSync(path, { recursive: true }).filter((name) => /\.ya?ml$/.test(name)).sort().map((name) => join(path, name))
  : [path]);
let count = 0;
for (const file of files) {
  const content = readFileSync(file, "utf8");
  const isAction = /^action\.ya?ml$/.test(basename(file));
  const faults = [...(isAction ? [] : await findErrors(basename(file), content)), ...findFaults(content, known)];
  faults.sort((one, other) => one.line - other.line).forEach(({ line, message }) => console.log(`${file}:${line}: ${message}`));
  count += faults.length;
}
console.log(`${files.length} files, ${count} faults`);
process.exitCode = count === 0 ? 0 : 1;
