/** The combinations of a matrix; `include` adds to those that it contradicts nowhere, or stands alone. `exclude` is not used here. */
export function expand({ include = [], ...axes }) {
  const names = Object.keys(axes);
  const combinations = names.reduce(
    (sofar, name) => sofar.flatMap((one) => axes[name].map((value) => ({ ...one, [name]: value }))), names.length > 0 ? [{}] : []);
  const crossed = [...combinations];
  for (const extra of include) {
    const fitting = crossed.filter((one) => names.every((name) => !(name in extra) || extra[name] === one[name]));
    fitting.forEach((one) => Object.assign(one, extra));
    if (fitting.length === 0) {
      combinations.push({ ...extra });
    }
  }
  return combinations;
}
