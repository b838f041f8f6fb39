// The commands of the build program that a script types, and what the program knows.

/** Names of targets and options out of the texts of --description and --help. */
export function readKnown(text) {
  const options = new Map([...text.matchAll(/^ +--([a-z]+)(?: ([A-Z][A-Z_=]*))? {2,}/gm)].map(([, name, value]) => [name, !!value]));
  const targets = new Set(text.split(/^=+$/m)[1]?.match(/^[A-Z][A-Za-z]*(?= {2,})/gm));
  return { options, targets };
}

/** What the commands of a script name that is not known. */
export function findUnknown(script, { options, targets }) {
  const faults = [];
  const lines = script.replace(/[\\`]\r?\n\s*/g, " ").split("\n").filter((line) => !line.trim().startsWith("#"));
  for (const [, text] of lines.join("\n").matchAll(/\.[\\/]build\.(?:sh|ps1)\b([^\n;|&>)]*)/g)) {
    const words = text.split(/\s+/).filter(Boolean).map((word) => word.replace(/^(["'])(.*)\1$/, "$2"));
    for (let at = 0; at < words.length; at++) {
      const [, name, given] = words[at].match(/^--([^=]+)(?:=(.*))?$/) ?? [];
      if (name === undefined) {
        // What a variable holds is not known here.
        if (!words[at].startsWith("$")) {
          faults.push(`'${words[at]}' belongs to no option of the build program`);
        }
      } else if (!options.has(name)) {
        faults.push(`the build program has no option --${name}`);
      } else if (options.get(name)) {
        const value = given ?? words[++at];
        if (name === "target" && !targets.has(value)) {
          faults.push(`the build program has no target ${value}`);
        }
      }
    }
  }
  return faults;
}
