// GitHub's own parser of workflows. It imports a JSON file as bundlers allow it and Node does not: a hook makes a module of that file.
import { register } from "node:module";

const hook = `
  import { readFile } from "node:fs/promises";
  export const load = async (url, context, next) => url.endsWith(".json")
    ? { format: "module", shortCircuit: true, source: "export default " + await readFile(new URL(url), "utf8") }
    : next(url, context);`;
register("data:text/javascript," + encodeURIComponent(hook));
const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = await import("@actions/workflow-parser");

/** What GitHub would refuse in the text of a workflow, as [{ line, message }]. */
export async function findErrors(name, content) {
  const { context, value } = parseWorkflow({ name, content }, new NoOperationTraceWriter());
  if (value !== undefined) {
    await convertWorkflowTemplate(context, value);
  }
  return context.errors.getErrors().map((error) => ({ line: error.range?.start.line ?? 1, message: error.rawMessage ?? error.message }));
}
